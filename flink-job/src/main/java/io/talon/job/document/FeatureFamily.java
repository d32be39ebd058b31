// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.document;

import io.talon.anomaly.v1.FeatureContribution;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Features of which one at most is set, such as {@code conn_state.S0} and {@code conn_state.SF}:
 * said in one phrase, for it is one fact.
 */
enum FeatureFamily {
    TRANSPORT("proto.", "transport", Map.of()),
    SERVICE("service.", "service", Map.of("none", "not recognised")),
    STATE(
            "conn_state.",
            "connection state",
            Map.ofEntries(
                    Map.entry("S0", "S0 (no answer)"),
                    Map.entry("S1", "S1 (open)"),
                    Map.entry("SF", "SF (normal)"),
                    Map.entry("REJ", "REJ (refused)"),
                    Map.entry("S2", "S2 (source closed its side)"),
                    Map.entry("S3", "S3 (destination closed its side)"),
                    Map.entry("RSTO", "RSTO (reset by the source)"),
                    Map.entry("RSTR", "RSTR (reset by the destination)"),
                    Map.entry("RSTOS0", "RSTOS0 (reset by the source unanswered)"),
                    Map.entry("RSTRH", "RSTRH (reset by the destination half-open)"),
                    Map.entry("SH", "SH (source closed half-open)"),
                    Map.entry("SHR", "SHR (destination closed half-open)"),
                    Map.entry("OTH", "OTH (midstream)")));

    private final String prefix;
    private final String label;
    private final Map<String, String> words;

    FeatureFamily(String prefix, String label, Map<String, String> words) {
        this.prefix = prefix;
        this.label = label;
        this.words = words;
    }

    static Optional<FeatureFamily> of(String feature) {
        return Arrays.stream(values()).filter(f -> feature.startsWith(f.prefix)).findFirst();
    }

    /** The phrase for its members among the features; empty if the typical one is set. */
    Optional<String> say(List<FeatureContribution> features) {
        String actual = null;
        String typical = null;
        for (FeatureContribution feature : features) {
            if (feature.getName().startsWith(prefix)) {
                String member = feature.getName().substring(prefix.length());
                actual = feature.getActual() >= 0.5 ? member : actual;
                typical = feature.getTypical() >= 0.5 ? member : typical;
            }
        }
        if (actual == null ? typical == null : actual.equals(typical)) {
            return Optional.empty();
        }
        String now = actual == null ? "other" : words.getOrDefault(actual, actual);
        return Optional.of(
                typical == null
                        ? "%s %s, which is not typical".formatted(label, now)
                        : "%s %s instead of %s"
                                .formatted(label, now, words.getOrDefault(typical, typical)));
    }
}
