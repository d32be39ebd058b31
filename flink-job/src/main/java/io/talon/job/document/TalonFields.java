// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.talon.anomaly.v1.Anomaly;
import io.talon.anomaly.v1.FeatureContribution;
import io.talon.anomaly.v1.SequenceScore;

/**
 * Our own fields: score, sequence, features, model, adaptor. Flat, never {@code nested}, so that
 * they can be charted. A dot in a feature's name makes a sub-object, as everywhere in
 * Elasticsearch.
 */
final class TalonFields {

    private static final int FEATURES = 10;
    private static final int TOP_FEATURES = 3;

    private TalonFields() {}

    static void write(ObjectNode talon, Anomaly anomaly) {
        SequenceScore score = anomaly.getScore();
        talon.putObject("site").put("id", score.getSite());
        talon.putObject("anomaly")
                .put("record_score", score.getRecordScore())
                .put("initial_record_score", score.getRecordScore())
                .put("probability", score.getP())
                .put("error", score.getError())
                .put("threshold", anomaly.getThreshold())
                .put("is_interim", false);
        ObjectNode sequence = talon.putObject("sequence");
        Json.text(sequence, "key", score.getDestination());
        sequence.put("length", score.getLength());
        ArrayNode uids = sequence.putArray("uids");
        anomaly.getUids().forEach(uid -> uids.add(WireText.clean(uid)));
        features(talon, anomaly);
        talon.putObject("model")
                .put("name", "ctal-vae")
                .put("version", score.getModelVersion())
                .put("sha256", anomaly.getModelSha256());
        talon.putObject("adaptor")
                .put("version", score.getAdaptorVersion())
                .put("sha256", anomaly.getAdaptorSha256())
                .put("maturity", score.getMaturity());
        talon.putObject("run").put("mode", anomaly.getRunMode());
    }

    private static void features(ObjectNode talon, Anomaly anomaly) {
        ObjectNode all = talon.putObject("feature");
        ArrayNode top = talon.putArray("top_features");
        int rank = 0;
        for (FeatureContribution feature : anomaly.getFeatures()) {
            if (rank == FEATURES || feature.getContribution() <= 0) {
                return;
            }
            ObjectNode one = all;
            for (String part : feature.getName().split("\\.")) {
                one = one.withObjectProperty(part);
            }
            finite(one, "actual", feature.getActual());
            finite(one, "typical", feature.getTypical());
            one.put("contribution", feature.getContribution());
            if (rank < TOP_FEATURES) {
                top.add(feature.getName());
            }
            rank++;
        }
    }

    /** JSON has no NaN: what is absent is left out. */
    private static void finite(ObjectNode to, String field, double value) {
        if (Double.isFinite(value)) {
            to.put(field, value);
        }
    }
}
