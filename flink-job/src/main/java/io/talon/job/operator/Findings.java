// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.operator;

import io.talon.anomaly.v1.Anomaly;
import io.talon.anomaly.v1.FeatureContribution;
import io.talon.anomaly.v1.SequenceSample;
import io.talon.anomaly.v1.SequenceScore;
import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.score.Explanation;
import io.talon.ctalvae.score.PreparedSite;
import io.talon.ctalvae.score.SequenceBatch;
import io.talon.ctalvae.sequence.Sequence;
import io.talon.ctalvae.sequence.SequenceBytes;
import io.talon.job.flow.FlowEvents;
import io.talon.job.flow.FlowView;
import io.talon.job.flow.RepeatedStrings;
import java.nio.ByteBuffer;
import java.time.Instant;

/** Scores as records, and anomalies with their reasons. Not thread-safe. */
final class Findings {

    private final RunMode mode;
    private final RepeatedStrings repeated = new RepeatedStrings();

    Findings(RunMode mode) {
        this.mode = mode;
    }

    /** The score at this index of the results. */
    SequenceScore score(SequencedFlow sequence, SequenceBatch results, int index) {
        FlowView flow = sequence.flow();
        SiteModel model = results.site(index).model();
        SequenceScore record = new SequenceScore();
        record.setTenant(flow.tenant(repeated));
        record.setSite(flow.site(repeated));
        record.setDestination(flow.respH());
        record.setUid(flow.uid());
        record.setTs(FlowEvents.instant(flow.tsMicros()));
        record.setEnd(FlowEvents.instant(flow.endMicros()));
        record.setLength(results.length(index));
        record.setError(results.error(index));
        record.setP(results.p(index));
        record.setRecordScore(results.recordScore(index));
        record.setAnomalous(results.anomalous(index));
        record.setModelVersion(model.modelVersion());
        record.setAdaptorVersion(model.adaptorVersion());
        record.setMaturity(word(model));
        record.setSkipped(sequence.skipped());
        return record;
    }

    private static String word(SiteModel model) {
        return switch (model.maturity()) {
            case GENERIC -> "generic";
            case CALIBRATED -> "calibrated";
            case ADAPTED -> "adapted";
        };
    }

    /** The anomaly of an anomalous score. */
    Anomaly anomaly(
            SequencedFlow sequenced,
            PreparedSite site,
            SequenceScore score,
            Explanation why,
            long nowMillis) {
        Sequence sequence = sequenced.history().sequence();
        SiteModel model = site.model();
        Anomaly anomaly = new Anomaly();
        anomaly.setFlow(sequenced.flow().event());
        anomaly.setScore(score);
        anomaly.setSequenceStart(FlowEvents.instant(sequence.startMicros()));
        anomaly.setSequenceEnd(FlowEvents.instant(sequence.endMicros()));
        anomaly.setUids(sequence.uids());
        anomaly.setThreshold(model.threshold());
        anomaly.setFeatures(
                why.features().stream()
                        .map(
                                f ->
                                        new FeatureContribution(
                                                f.feature(),
                                                f.unit(),
                                                f.actual(),
                                                f.typical(),
                                                f.contribution()))
                        .toList());
        anomaly.setProfile(sequence.profile());
        anomaly.setValues(ByteBuffer.wrap(SequenceBytes.of(sequence)));
        anomaly.setModelSha256(model.modelSha256());
        anomaly.setAdaptorSha256(model.adaptorSha256());
        anomaly.setRunMode(mode.word());
        anomaly.setDetected(mode == RunMode.STREAMING ? Instant.ofEpochMilli(nowMillis) : null);
        return anomaly;
    }

    /** The whole sequence of a score, to be kept. */
    SequenceSample sample(SequencedFlow sequenced, PreparedSite site, SequenceScore score) {
        Sequence sequence = sequenced.history().sequence();
        SequenceSample sample = new SequenceSample();
        sample.setScore(score);
        sample.setFlow(sequenced.flow().event());
        sample.setSequenceStart(FlowEvents.instant(sequence.startMicros()));
        sample.setSequenceEnd(FlowEvents.instant(sequence.endMicros()));
        sample.setUids(sequence.uids());
        sample.setThreshold(site.model().threshold());
        sample.setProfile(sequence.profile());
        sample.setValues(ByteBuffer.wrap(SequenceBytes.of(sequence)));
        sample.setRunMode(mode.word());
        return sample;
    }
}
