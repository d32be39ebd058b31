// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.anomaly;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.talon.adaptor.sequence.Contribution;
import io.talon.ctalvae.feature.Feature;
import io.talon.ctalvae.model.SiteModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An anomaly as an analyst sees it: what stands in its document.
 *
 * @param uid of the flow that was scored
 * @param uids of all its sequence's flows, oldest first
 * @param mark null: nobody has said what it is
 */
record AnomalyView(
        String id,
        String time,
        String message,
        double recordScore,
        double p,
        int severity,
        String source,
        String destination,
        Integer destinationPort,
        String transport,
        String uid,
        List<String> uids,
        String maturity,
        String adaptor,
        boolean suppressed,
        List<Contribution> features,
        MarkView mark) {

    static AnomalyView of(ObjectNode document, MarkView mark) {
        List<String> uids = new ArrayList<>();
        document.at("/talon/sequence/uids").forEach(uid -> uids.add(uid.asText()));
        JsonNode anomaly = document.at("/talon/anomaly");
        return new AnomalyView(
                document.at("/event/id").asText(),
                document.path("@timestamp").asText(),
                document.path("message").asText(),
                anomaly.path("record_score").asDouble(),
                anomaly.path("probability").asDouble(),
                document.at("/event/severity").asInt(),
                text(document.at("/source/ip")),
                text(document.at("/destination/ip")),
                document.at("/destination/port").isInt()
                        ? document.at("/destination/port").intValue()
                        : null,
                text(document.at("/network/transport")),
                uids.isEmpty() ? null : uids.get(uids.size() - 1),
                uids,
                text(document.at("/talon/adaptor/maturity")),
                text(document.at("/talon/adaptor/version")),
                isSuppressed(document.path("tags")),
                features(document.at("/talon/feature")),
                mark);
    }

    /** Features stand in the document by name, a dotted one as an object in an object. */
    private static List<Contribution> features(JsonNode all) {
        List<Contribution> found = new ArrayList<>();
        for (Feature feature : SiteModel.base().profile().features()) {
            JsonNode one = all.at("/" + feature.name().replace('.', '/'));
            if (one.has("contribution")) {
                found.add(
                        new Contribution(
                                feature.name(),
                                feature.unit(),
                                number(one.path("actual")),
                                number(one.path("typical")),
                                one.path("contribution").asDouble()));
            }
        }
        found.sort(Comparator.comparingDouble(Contribution::contribution).reversed());
        return found;
    }

    private static boolean isSuppressed(JsonNode tags) {
        for (JsonNode tag : tags) {
            if (tag.asText().equals("suppressed")) {
                return true;
            }
        }
        return false;
    }

    private static Double number(JsonNode node) {
        return node.isNumber() ? node.asDouble() : null;
    }

    private static String text(JsonNode node) {
        return node.isTextual() ? node.asText() : null;
    }
}
