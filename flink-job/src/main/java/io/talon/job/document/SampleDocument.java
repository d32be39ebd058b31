// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.talon.anomaly.v1.SequenceSample;
import io.talon.anomaly.v1.SequenceScore;
import io.talon.flow.v1.FlowEvent;
import io.talon.job.flow.IpAddress;
import io.talon.job.flow.Sha256;
import java.time.Duration;

/**
 * The document of a sampled sequence, anomalous or not, for {@code metrics-talon.score-<tenant>}:
 * what an analyst chooses triplets from, and with its values all that teaching needs.
 */
public final class SampleDocument {

    static final String METRICS = "metrics";
    static final String DATASET = "talon.score";
    private static final String SHADOW = "shadow-score";

    private SampleDocument() {}

    /** The document. */
    public static Document of(SequenceSample sample) {
        return document(sample, "sample", "sequence-score");
    }

    /**
     * The document of a score that counts for nothing, told apart by its {@code event.action}. Has
     * no values: the same sequence is not taught twice.
     */
    public static Document ofShadow(SequenceSample sample) {
        return document(sample, "shadow", SHADOW);
    }

    private static Document document(SequenceSample sample, String kind, String action) {
        SequenceScore score = sample.getScore();
        String id =
                Sha256.ofParts(
                        kind,
                        score.getTenant(),
                        score.getSite(),
                        score.getDestination(),
                        sample.getSequenceEnd(),
                        score.getUid(),
                        score.getModelVersion(),
                        score.getAdaptorVersion());
        ObjectNode root = Json.object();
        root.put("@timestamp", sample.getSequenceEnd().toString());
        Json.dataStream(root, METRICS, DATASET, score.getTenant());
        ObjectNode event = root.putObject("event");
        event.put("kind", "metric").put("module", "talon").put("dataset", DATASET);
        event.put("action", action).put("id", id);
        event.put("start", sample.getSequenceStart().toString());
        event.put("end", sample.getSequenceEnd().toString());
        event.put(
                "duration",
                Duration.between(sample.getSequenceStart(), sample.getSequenceEnd()).toNanos());
        flow(root, sample.getFlow());
        root.putObject("organization").put("id", score.getTenant());
        root.putObject("labels").put("site", score.getSite());
        talon(root.putObject("talon"), sample, !action.equals(SHADOW));
        return Json.document(root, METRICS, DATASET, score.getTenant(), id);
    }

    private static void flow(ObjectNode root, FlowEvent flow) {
        ObjectNode source = root.putObject("source");
        IpAddress.parse(flow.getOrigH()).ifPresent(ip -> source.put("ip", ip.text()));
        ObjectNode destination = root.putObject("destination");
        IpAddress.parse(flow.getRespH()).ifPresent(ip -> destination.put("ip", ip.text()));
        Json.text(destination, "address", flow.getRespH());
        if (flow.getRespP() > 0 && !flow.getProto().equals("icmp")) {
            destination.put("port", flow.getRespP());
        }
        Json.text(root.putObject("network"), "transport", flow.getProto());
    }

    private static void talon(ObjectNode talon, SequenceSample sample, boolean withValues) {
        SequenceScore score = sample.getScore();
        talon.putObject("site").put("id", score.getSite());
        talon.putObject("anomaly")
                .put("record_score", score.getRecordScore())
                .put("probability", score.getP())
                .put("error", score.getError())
                .put("threshold", sample.getThreshold())
                .put("is_anomaly", score.getAnomalous());
        ObjectNode sequence = talon.putObject("sequence");
        Json.text(sequence, "key", score.getDestination());
        sequence.put("length", score.getLength());
        ArrayNode uids = sequence.putArray("uids");
        sample.getUids().forEach(uid -> uids.add(WireText.clean(uid)));
        sequence.put("profile", sample.getProfile());
        if (withValues) {
            Json.binary(sequence, "values", sample.getValues());
        }
        talon.putObject("model").put("version", score.getModelVersion());
        talon.putObject("adaptor")
                .put("version", score.getAdaptorVersion())
                .put("maturity", score.getMaturity());
        talon.putObject("run").put("mode", sample.getRunMode());
    }
}
