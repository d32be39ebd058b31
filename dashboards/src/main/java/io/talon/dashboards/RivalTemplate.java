// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An index template of somebody else that Elasticsearch prefers to one of ours.
 *
 * @param name the template
 * @param pattern the pattern by which it takes our data streams
 * @param ours the template of ours that loses
 * @param ourPriority its priority
 */
public record RivalTemplate(
        String name, String pattern, int priority, String ours, int ourPriority) {

    /**
     * Those among {@code templates} (as {@code GET _index_template} lists them) that match a name
     * which our patterns are for, with at least our priority.
     */
    static List<RivalTemplate> among(JsonNode templates) {
        List<RivalTemplate> rivals = new ArrayList<>();
        List<Asset> all = Asset.all();
        for (JsonNode listed : templates) {
            String name = listed.path("name").asText();
            if (all.stream().anyMatch(ours -> ours.name().equals(name))) {
                continue;
            }
            JsonNode template = listed.path("index_template");
            int priority = template.path("priority").asInt();
            for (JsonNode pattern : template.path("index_patterns")) {
                for (Asset ours : all) {
                    if (priority >= ours.priority() && takes(pattern.asText(), ours)) {
                        rivals.add(
                                new RivalTemplate(
                                        name,
                                        pattern.asText(),
                                        priority,
                                        ours.name(),
                                        ours.priority()));
                    }
                }
            }
        }
        return rivals;
    }

    /** Any tenant stands for all: a rival for a single tenant is that tenant's own wish. */
    private static boolean takes(String pattern, Asset ours) {
        Pattern wildcard = Pattern.compile(Pattern.quote(pattern).replace("*", "\\E.*\\Q"));
        return ours.patterns().stream()
                .map(ourPattern -> ourPattern.replace("*", "any_tenant"))
                .anyMatch(dataStream -> wildcard.matcher(dataStream).matches());
    }
}
