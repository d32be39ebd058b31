// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.operator;

import io.talon.anomaly.v1.Anomaly;
import io.talon.anomaly.v1.FeatureContribution;
import io.talon.anomaly.v1.SequenceSample;
import io.talon.anomaly.v1.SequenceScore;
import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.score.Score;
import io.talon.ctalvae.sequence.Sequence;
import io.talon.flow.v1.FlowEvent;
import io.talon.job.flow.FlowEvents;
import io.talon.job.model.SiteScorer;
import java.time.Instant;
import java.util.Locale;

/**
 * A score as a record, and as an anomaly with its reasons.
 *
 * @param anomaly null when the sequence is not anomalous, or nobody asked for reasons
 */
record Finding(SequenceScore score, Anomaly anomaly) {

    static Finding of(FlowEvent flow, Score score, SiteModel model) {
        return new Finding(record(flow, score, model), null);
    }

    static Finding explained(
            FlowEvent flow,
            Sequence sequence,
            Score score,
            SiteScorer site,
            RunMode mode,
            long nowMillis) {
        SequenceScore record = record(flow, score, site.model());
        Anomaly anomaly = anomaly(flow, record, sequence, site);
        anomaly.setRunMode(mode.word());
        anomaly.setDetected(mode == RunMode.STREAMING ? Instant.ofEpochMilli(nowMillis) : null);
        return new Finding(record, anomaly);
    }

    /** The whole sequence, to be kept. */
    SequenceSample sample(FlowEvent flow, Sequence sequence, SiteModel model, RunMode mode) {
        SequenceSample sample = new SequenceSample();
        sample.setScore(score);
        sample.setFlow(flow);
        sample.setSequenceStart(FlowEvents.instant(sequence.startMicros()));
        sample.setSequenceEnd(FlowEvents.instant(sequence.endMicros()));
        sample.setUids(sequence.uids());
        sample.setThreshold(model.threshold());
        sample.setProfile(sequence.profile());
        sample.setValues(SequenceValues.of(sequence));
        sample.setRunMode(mode.word());
        return sample;
    }

    private static SequenceScore record(FlowEvent flow, Score score, SiteModel model) {
        SequenceScore record = new SequenceScore();
        record.setTenant(flow.getTenant());
        record.setSite(flow.getSite());
        record.setDestination(flow.getRespH());
        record.setUid(flow.getUid());
        record.setTs(flow.getTs());
        record.setEnd(FlowEvents.instant(FlowEvents.endMicros(flow)));
        record.setLength(score.length());
        record.setError(score.error());
        record.setP(score.p());
        record.setRecordScore(score.recordScore());
        record.setAnomalous(score.anomalous());
        record.setModelVersion(model.modelVersion());
        record.setAdaptorVersion(model.adaptorVersion());
        record.setMaturity(model.maturity().name().toLowerCase(Locale.ROOT));
        return record;
    }

    private static Anomaly anomaly(
            FlowEvent flow, SequenceScore score, Sequence sequence, SiteScorer site) {
        Anomaly anomaly = new Anomaly();
        anomaly.setFlow(flow);
        anomaly.setScore(score);
        anomaly.setSequenceStart(FlowEvents.instant(sequence.startMicros()));
        anomaly.setSequenceEnd(FlowEvents.instant(sequence.endMicros()));
        anomaly.setUids(sequence.uids());
        anomaly.setThreshold(site.model().threshold());
        anomaly.setFeatures(
                site.scorer().explain(sequence).features().stream()
                        .map(
                                f ->
                                        new FeatureContribution(
                                                f.feature(),
                                                f.unit(),
                                                f.actual(),
                                                f.typical(),
                                                f.contribution()))
                        .toList());
        anomaly.setModelSha256(site.model().modelSha256());
        anomaly.setAdaptorSha256(site.model().adaptorSha256());
        anomaly.setProfile(sequence.profile());
        anomaly.setValues(SequenceValues.of(sequence));
        return anomaly;
    }
}
