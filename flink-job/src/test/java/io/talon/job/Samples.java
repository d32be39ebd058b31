// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job;

import io.talon.anomaly.v1.Anomaly;
import io.talon.anomaly.v1.FeatureContribution;
import io.talon.anomaly.v1.SequenceScore;
import io.talon.flow.v1.FlowEvent;
import java.time.Instant;
import java.util.List;

/** Records that many tests begin with. */
public final class Samples {

    private Samples() {}

    /** A TLS upload of five minutes from a plant to the Internet. */
    public static FlowEvent flow() {
        return flow("CAcJw21BbVedgFnYH3", Instant.parse("2026-11-23T18:00:00.123456Z"));
    }

    /** The same under another uid at another time. */
    public static FlowEvent flow(String uid, Instant ts) {
        return FlowEvent.newBuilder()
                .setTenant("acme")
                .setSite("plant-7")
                .setSensor("sensor-7a")
                .setTs(ts)
                .setUid(uid)
                .setOrigH("10.0.4.17")
                .setOrigP(51000)
                .setRespH("203.0.113.9")
                .setRespP(443)
                .setProto("tcp")
                .setService(List.of("ssl"))
                .setDurationMicros(299_000_000L)
                .setOrigBytes(100_000L)
                .setRespBytes(4_000_000L)
                .setConnState("SF")
                .setLocalOrig(true)
                .setLocalResp(false)
                .setHistory("ShADadFf")
                .setOrigPkts(189L)
                .setOrigIpBytes(112_000L)
                .setRespPkts(3_011L)
                .setRespIpBytes(4_100_000L)
                .build();
    }

    /** An anomaly that ends with this flow, because of these features. */
    public static Anomaly anomaly(FlowEvent flow, List<FeatureContribution> features) {
        Instant end = flow.getTs().plusNanos(flow.getDurationMicros() * 1000);
        SequenceScore score =
                SequenceScore.newBuilder()
                        .setTenant(flow.getTenant())
                        .setSite(flow.getSite())
                        .setDestination(flow.getRespH())
                        .setUid(flow.getUid())
                        .setTs(flow.getTs())
                        .setEnd(end)
                        .setLength(2)
                        .setError(3.94)
                        .setP(1.2e-5)
                        .setRecordScore(87.4)
                        .setAnomalous(true)
                        .setModelVersion("1.0.0")
                        .setAdaptorVersion("plant-7-12")
                        .setMaturity("calibrated")
                        .build();
        return Anomaly.newBuilder()
                .setFlow(flow)
                .setScore(score)
                .setSequenceStart(flow.getTs().minusSeconds(60))
                .setSequenceEnd(end)
                .setUids(List.of("CEarlier", flow.getUid()))
                .setThreshold(1e-3)
                .setFeatures(features)
                .setModelSha256("aa".repeat(32))
                .setAdaptorSha256("bb".repeat(32))
                .setRunMode("streaming")
                .setDetected(Instant.parse("2026-11-23T18:05:00.500Z"))
                .build();
    }

    /** One feature's part. */
    public static FeatureContribution feature(
            String name, String unit, double actual, double typical, double contribution) {
        return new FeatureContribution(name, unit, actual, typical, contribution);
    }
}
