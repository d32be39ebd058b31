// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.talon.anomaly.v1.Anomaly;
import io.talon.anomaly.v1.SequenceScore;
import io.talon.job.flow.Sha256;
import java.time.Duration;

/**
 * The ECS document of an anomaly: what is indexed, and the same bytes that {@code talon score}
 * prints. Field names are ECS 9.4, ours stand under {@code talon}. A field that is not known is
 * left out, never null.
 */
public final class AnomalyDocument {

    static final String LOGS = "logs";
    static final String DATASET = "talon.anomaly";

    private AnomalyDocument() {}

    /** The document, for {@code logs-talon.anomaly-<tenant>}. */
    public static Document of(Anomaly anomaly) {
        String id = id(anomaly);
        String tenant = anomaly.getScore().getTenant();
        return Json.document(tree(anomaly, id), LOGS, DATASET, tenant, id);
    }

    /** The document as a tree, for what is to be added to it. */
    static ObjectNode tree(Anomaly anomaly, String id) {
        SequenceScore score = anomaly.getScore();
        ObjectNode root = Json.object();
        root.put("@timestamp", anomaly.getSequenceEnd().toString());
        Json.dataStream(root, LOGS, DATASET, score.getTenant());
        root.put("message", Sentence.of(anomaly));
        event(root.putObject("event"), anomaly, id);
        FlowFields.write(root, anomaly.getFlow());
        root.putObject("organization").put("id", score.getTenant());
        root.putObject("rule")
                .put("id", "talon.sequence_anomaly")
                .put("name", "CTAL-VAE network sequence anomaly")
                .put("ruleset", "talon")
                .put("version", "1");
        root.putObject("labels").put("site", score.getSite());
        TalonFields.write(root.putObject("talon"), anomaly);
        return root;
    }

    /** The anomaly in one English sentence, the document's {@code message}. */
    public static String sentence(Anomaly anomaly) {
        return Sentence.of(anomaly);
    }

    /** The same sequence, scored by the same model and adaptor, is the same document. */
    public static String id(Anomaly anomaly) {
        SequenceScore score = anomaly.getScore();
        return Sha256.ofParts(
                score.getTenant(),
                score.getSite(),
                score.getDestination(),
                anomaly.getSequenceEnd(),
                score.getUid(),
                anomaly.getModelSha256(),
                anomaly.getAdaptorSha256());
    }

    private static void event(ObjectNode event, Anomaly anomaly, String id) {
        double recordScore = anomaly.getScore().getRecordScore();
        event.put("kind", "alert");
        event.putArray("category").add("network").add("intrusion_detection");
        event.putArray("type").add("info");
        event.put("module", "talon").put("dataset", DATASET).put("provider", "talon");
        event.put("action", "sequence-anomaly").put("id", id);
        event.put("reason", "reconstruction error above site threshold");
        event.put("outcome", "unknown");
        event.put("start", anomaly.getSequenceStart().toString());
        event.put("end", anomaly.getSequenceEnd().toString());
        event.put(
                "duration",
                Duration.between(anomaly.getSequenceStart(), anomaly.getSequenceEnd()).toNanos());
        if (anomaly.getDetected() != null) {
            event.put("created", anomaly.getDetected().toString());
        }
        event.put("severity", Severity.of(recordScore));
        event.put("risk_score", recordScore).put("risk_score_norm", recordScore);
    }
}
