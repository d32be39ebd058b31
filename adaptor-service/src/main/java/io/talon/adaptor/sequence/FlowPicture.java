// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.sequence;

import io.talon.ctalvae.feature.Feature;
import io.talon.ctalvae.feature.FeatureProfiles;
import io.talon.ctalvae.sequence.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One flow as it is drawn; null where the flow does not have it.
 *
 * @param gapMs since the destination's previous flow
 * @param portClass system, registered or dynamic
 */
record FlowPicture(
        String uid,
        Double gapMs,
        Double durationMs,
        Double origBytes,
        Double respBytes,
        Double origPkts,
        Double respPkts,
        String proto,
        String connState,
        String service,
        String portClass) {

    /** The flows of a sequence, oldest first, from its values. */
    static List<FlowPicture> of(Sequence sequence) {
        List<Feature> features =
                FeatureProfiles.byId(sequence.profile()).map(p -> p.features()).orElse(List.of());
        List<FlowPicture> flows = new ArrayList<>(sequence.length());
        for (int step = 0; step < sequence.length(); step++) {
            Map<String, Double> raw = new HashMap<>();
            for (int f = 0; f < Math.min(features.size(), sequence.width()); f++) {
                double value = features.get(f).raw(sequence.value(step, f));
                if (Double.isFinite(value)) {
                    raw.put(features.get(f).name(), value);
                }
            }
            flows.add(of(sequence.uids().get(step), raw));
        }
        return flows;
    }

    private static FlowPicture of(String uid, Map<String, Double> raw) {
        return new FlowPicture(
                uid,
                raw.get("gap"),
                raw.get("duration"),
                raw.get("orig_bytes"),
                raw.get("resp_bytes"),
                raw.get("orig_pkts"),
                raw.get("resp_pkts"),
                set(raw, "proto."),
                set(raw, "conn_state."),
                set(raw, "service."),
                portClass(raw));
    }

    /** The name behind the prefix whose flag is set. */
    private static String set(Map<String, Double> raw, String prefix) {
        return raw.entrySet().stream()
                .filter(e -> e.getKey().startsWith(prefix) && e.getValue() > 0)
                .map(e -> e.getKey().substring(prefix.length()))
                .filter(name -> !name.equals("none"))
                .findFirst()
                .orElse(null);
    }

    private static String portClass(Map<String, Double> raw) {
        if (!raw.containsKey("port.system")) {
            return null;
        }
        if (raw.get("port.system") > 0) {
            return "system";
        }
        return raw.getOrDefault("port.registered", 0.0) > 0 ? "registered" : "dynamic";
    }
}
