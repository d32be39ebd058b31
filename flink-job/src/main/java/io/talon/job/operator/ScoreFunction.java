// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.operator;

import io.talon.anomaly.v1.SequenceScore;
import io.talon.ctalvae.score.Score;
import io.talon.ctalvae.sequence.FlowHistory;
import io.talon.ctalvae.sequence.Sequence;
import io.talon.flow.v1.FlowEvent;
import io.talon.job.flow.DeadLetters;
import io.talon.job.flow.JobTags;
import io.talon.job.model.ModelFiles;
import io.talon.job.model.SiteScorer;
import io.talon.job.model.SiteScorers;
import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scores each sequence, and explains the anomalous ones to {@link JobTags#ANOMALY}. A few,
 * anomalous or not, go whole to {@link JobTags#SAMPLE}.
 *
 * <p>One input, no state, chained behind the sequences: the place where sequences of many
 * destinations can be gathered and scored together. Today they are scored one by one.
 */
public final class ScoreFunction extends ProcessFunction<SequencedFlow, SequenceScore> {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ScoreFunction.class);

    /** Of each site, in each task, one sequence in this time is kept whole. */
    private static final Duration SAMPLE_INTERVAL = Duration.ofSeconds(10);

    private final ModelFiles files;
    private final RunMode mode;
    private final boolean explaining;
    private transient SiteScorers scorers;
    private transient SampleDraw samples;
    private transient Counter scored;
    private transient Counter anomalous;
    private transient Counter unscorable;

    /**
     * @param files model, and the adaptor of sites that none was released to
     * @param explaining whether anyone wants to know of anomalies, for explaining one costs as much
     *     as scoring it
     */
    public ScoreFunction(ModelFiles files, RunMode mode, boolean explaining) {
        this.files = files;
        this.mode = mode;
        this.explaining = explaining;
    }

    @Override
    public void open(OpenContext context) throws Exception {
        scorers = new SiteScorers(files);
        samples = new SampleDraw(SAMPLE_INTERVAL);
        scored = getRuntimeContext().getMetricGroup().counter("scoredFlows");
        anomalous = getRuntimeContext().getMetricGroup().counter("anomalousFlows");
        unscorable = getRuntimeContext().getMetricGroup().counter("unscorableFlows");
    }

    @Override
    public void processElement(
            SequencedFlow sequenced, Context context, Collector<SequenceScore> out) {
        long now = context.timerService().currentProcessingTime();
        Finding finding;
        try {
            SiteScorer site = scorers.of(sequenced.release());
            Sequence sequence = FlowHistory.fromBytes(sequenced.history()).sequence();
            Score score = site.scorer().score(sequence);
            finding =
                    explaining && score.anomalous()
                            ? Finding.explained(sequenced.flow(), sequence, score, site, mode, now)
                            : Finding.of(sequenced.flow(), score, site.model());
            if (explaining && samples.draws(siteOf(sequenced.flow()), now)) {
                context.output(
                        JobTags.SAMPLE,
                        finding.sample(sequenced.flow(), sequence, site.model(), mode));
            }
        } catch (RuntimeException e) { // what no one foresaw must not restart the job for ever
            LOG.error("Flow {} cannot be scored", sequenced.flow().getUid(), e);
            unscorable.inc();
            context.output(
                    JobTags.DEAD_LETTER,
                    DeadLetters.of("score", String.valueOf(e), sequenced.flow(), now));
            return;
        }
        scored.inc();
        if (finding.score().getAnomalous()) {
            anomalous.inc();
        }
        out.collect(finding.score());
        if (finding.anomaly() != null) {
            context.output(JobTags.ANOMALY, finding.anomaly());
        }
    }

    private static String siteOf(FlowEvent flow) {
        return flow.getTenant() + "|" + flow.getSite();
    }
}
