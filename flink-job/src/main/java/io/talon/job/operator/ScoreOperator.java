// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.operator;

import io.talon.anomaly.v1.SequenceScore;
import io.talon.ctalvae.score.BatchScorer;
import io.talon.ctalvae.score.Explanation;
import io.talon.ctalvae.score.PreparedSite;
import io.talon.ctalvae.score.ScoringEngine;
import io.talon.job.flow.DeadLetters;
import io.talon.job.flow.JobTags;
import io.talon.job.model.Assignment;
import io.talon.job.model.ModelFiles;
import io.talon.job.model.SiteModels;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.StreamOperatorParameters;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.util.OutputTag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scores sequences of many destinations together, which is several times faster than one by one,
 * and explains the anomalous ones to {@link JobTags#ANOMALY}. A few, anomalous or not, go whole to
 * {@link JobTags#SAMPLE}. What a sequence is given does not depend on the batch that it comes in.
 *
 * <p>An operator and not a function, for only an operator can emit before a checkpoint's barrier
 * goes on: at every barrier the batch is empty, so that there is nothing to keep in state and
 * nothing to lose. It is emptied before watermarks too, which results must not fall behind.
 */
final class ScoreOperator extends AbstractStreamOperator<SequenceScore>
        implements OneInputStreamOperator<SequencedFlow, SequenceScore> {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ScoreOperator.class);

    private final ModelFiles files;
    private final ScoreOptions options;
    private final long lingerMillis;
    private transient SiteModels models;
    private transient BatchScorer scorer;
    private transient PendingBatch pending;
    private transient Findings findings;
    private transient SampleDraw samples;
    private transient SampleDraw agreements;
    private transient SampleDraw disagreements;
    private transient ScoreMetrics counts;
    private transient StreamRecord<SequenceScore> out;

    /** Whether a timer is set; one is, at most. */
    private transient boolean lingering;

    /** When the batch's first sequence came, by the clock that timers go by. */
    private transient long firstAtMillis;

    private transient long firstAtNanos;

    ScoreOperator(
            StreamOperatorParameters<SequenceScore> parameters,
            ModelFiles files,
            ScoreOptions options) {
        super(parameters);
        this.files = files;
        this.options = options;
        this.lingerMillis = options.linger().toMillis();
    }

    @Override
    public void open() throws Exception {
        super.open();
        models = new SiteModels(files);
        ScoringEngine engine = ScoringEngine.best();
        LOG.info("Scores with the engine {}", engine.name());
        scorer = engine.newScorer();
        pending = new PendingBatch(options.batchSize(), options.explaining());
        findings = new Findings(options.mode());
        samples = new SampleDraw(options.sampleInterval());
        agreements = new SampleDraw(options.sampleInterval());
        disagreements = new SampleDraw(options.sampleInterval());
        counts = new ScoreMetrics(getMetricGroup());
        out = new StreamRecord<>(null);
    }

    @Override
    public void processElement(StreamRecord<SequencedFlow> element) {
        SequencedFlow sequence = element.getValue();
        try {
            Assignment assignment = sequence.assignment();
            pending.add(sequence, models.active(assignment), models.shadow(assignment));
        } catch (RuntimeException e) { // what no one foresaw must not restart the job for ever
            dead(sequence, e);
            return;
        }
        if (pending.size() == 1) {
            firstAtNanos = System.nanoTime();
            firstAtMillis = getProcessingTimeService().getCurrentProcessingTime();
        }
        if (pending.isFull()) {
            flush();
        } else if (!lingering) {
            linger(lingerMillis);
        }
    }

    private void linger(long millis) {
        lingering = true;
        long now = getProcessingTimeService().getCurrentProcessingTime();
        getProcessingTimeService().registerTimer(now + millis, at -> lingered());
    }

    /** The batch that the timer was set for may be gone, and another one waiting not so long. */
    private void lingered() {
        lingering = false;
        long now = getProcessingTimeService().getCurrentProcessingTime();
        long left = firstAtMillis + lingerMillis - now;
        if (pending.size() == 0 || left <= 0 || left > lingerMillis) { // the clock was set back
            flush();
        } else {
            linger(left);
        }
    }

    private void flush() {
        if (pending.size() == 0) {
            return;
        }
        try {
            pending.score(scorer);
            long now = getProcessingTimeService().getCurrentProcessingTime();
            for (int i = 0; i < pending.size(); i++) {
                emit(pending, i, now);
            }
        } catch (BatchFailedException e) {
            scoreOneByOne();
        }
        counts.batch(pending.size(), System.nanoTime() - firstAtNanos);
        pending.clear();
    }

    /** One of the batch cannot be scored: finds out which, and gives the others their scores. */
    private void scoreOneByOne() {
        long now = getProcessingTimeService().getCurrentProcessingTime();
        for (int i = 0; i < pending.size(); i++) {
            SequencedFlow sequence = pending.sequence(i);
            PendingBatch single = new PendingBatch(1, options.explaining());
            try {
                single.add(sequence, models.active(sequence.assignment()), null);
                single.score(scorer);
            } catch (BatchFailedException e) {
                dead(sequence, e.getCause());
                continue;
            }
            emit(single, 0, now);
        }
    }

    private void emit(PendingBatch scored, int i, long now) {
        SequencedFlow sequence = scored.sequence(i);
        SequenceScore score = findings.score(sequence, scored.results(), scored.active(i));
        long timestamp = sequence.flow().endMillis();
        counts.scored(score.getAnomalous());
        output.collect(out.replace(score, timestamp));
        if (options.explaining()) {
            tell(scored, i, score, now);
        }
        if (scored.hasShadow(i)) {
            SequenceScore shadow = findings.score(sequence, scored.results(), scored.shadow(i));
            counts.shadow(score.getAnomalous(), shadow.getAnomalous());
            side(JobTags.SHADOW_SCORE, shadow, timestamp);
            tellOfShadow(scored, i, score, shadow, now);
        }
    }

    private void tell(PendingBatch scored, int i, SequenceScore score, long now) {
        SequencedFlow sequence = scored.sequence(i);
        PreparedSite site = scored.results().site(scored.active(i));
        long timestamp = sequence.flow().endMillis();
        if (score.getAnomalous()) {
            Explanation why = scored.explanation(i);
            side(JobTags.ANOMALY, findings.anomaly(sequence, site, score, why, now), timestamp);
        }
        if (samples.draws(sequence.flow().siteKey(), now)) {
            side(JobTags.SAMPLE, findings.sample(sequence, site, score), timestamp);
        }
    }

    /** A shadow that agrees always would drown what it sees differently. */
    private void tellOfShadow(
            PendingBatch scored, int i, SequenceScore score, SequenceScore shadow, long now) {
        SequencedFlow sequence = scored.sequence(i);
        boolean agrees = score.getAnomalous() == shadow.getAnomalous();
        SampleDraw draw = agrees ? agreements : disagreements;
        if (options.explaining() && draw.draws(sequence.flow().siteKey(), now)) {
            PreparedSite site = scored.results().site(scored.shadow(i));
            side(
                    JobTags.SHADOW_SAMPLE,
                    findings.sample(sequence, site, shadow),
                    sequence.flow().endMillis());
        }
    }

    private void dead(SequencedFlow sequence, Throwable reason) {
        LOG.error("Flow {} cannot be scored", sequence.flow().uid(), reason);
        counts.unscorable();
        long now = getProcessingTimeService().getCurrentProcessingTime();
        side(
                JobTags.DEAD_LETTER,
                DeadLetters.of("score", String.valueOf(reason), sequence.flow(), now),
                sequence.flow().endMillis());
    }

    private <T> void side(OutputTag<T> tag, T value, long timestamp) {
        output.collect(tag, new StreamRecord<>(value, timestamp));
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        flush();
        super.prepareSnapshotPreBarrier(checkpointId);
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        flush();
        super.processWatermark(mark);
    }

    @Override
    public void processWatermarkStatus(WatermarkStatus status) throws Exception {
        flush();
        super.processWatermarkStatus(status);
    }

    @Override
    public void finish() throws Exception {
        flush();
        super.finish();
    }
}
