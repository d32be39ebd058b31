// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.kibana;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Nothing that turns what came from the wire into markup or a link: no Vega, no formatter that
 * makes HTML or a URL, and only links that are written here.
 */
final class SafetyRules {
    private static final Set<String> FORMATS = Set.of("bytes", "duration", "number", "percent");
    private static final Set<String> PANELS = Set.of("lens", "search", "visualization");
    private static final Pattern LINK = Pattern.compile("]\\(([^)]*)\\)");
    private static final Pattern TAG = Pattern.compile("<[a-zA-Z/!]");

    private SafetyRules() {}

    static List<String> violations(SavedObject object) {
        JsonNode attributes = EncodedAttributes.decoded(object.type(), object.attributes());
        List<String> wrong = new ArrayList<>();
        for (JsonNode format : attributes.path("fieldFormatMap")) {
            allow(FORMATS, "field format", format.path("id").asText(), wrong);
        }
        if (!attributes.path("runtimeFieldMap").isEmpty()) {
            wrong.add("runtime fields need scripts; put the field into the template");
        }
        for (JsonNode panel : attributes.path("panelsJSON")) {
            List<String> ofPanel = new ArrayList<>();
            allow(PANELS, "panel type", panel.path("type").asText(), ofPanel);
            JsonNode drawn = panel.at("/embeddableConfig/savedVis");
            if (!drawn.isMissingNode()) {
                allow(Set.of("markdown"), "visualization", drawn.path("type").asText(), ofPanel);
                markdown(drawn.at("/params/markdown").asText(), ofPanel);
            }
            for (JsonNode format : panel.findValues("format")) {
                allow(FORMATS, "number format", format.path("id").asText(), ofPanel);
            }
            ofPanel.forEach(
                    each -> wrong.add("panel " + panel.path("panelIndex").asText() + ": " + each));
        }
        return wrong;
    }

    private static void markdown(String text, List<String> wrong) {
        if (TAG.matcher(text).find()) {
            wrong.add("HTML in a text");
        }
        LINK.matcher(text)
                .results()
                .map((MatchResult link) -> link.group(1))
                .filter(link -> !link.startsWith("#/view/talon-"))
                .filter(link -> !link.equals(SavedObjectScope.SERVICE_PLACEHOLDER))
                .forEach(link -> wrong.add("a link leads to " + link));
    }

    private static void allow(Set<String> allowed, String what, String found, List<String> wrong) {
        if (!allowed.contains(found)) {
            wrong.add("%s '%s' is none of %s".formatted(what, found, allowed));
        }
    }
}
