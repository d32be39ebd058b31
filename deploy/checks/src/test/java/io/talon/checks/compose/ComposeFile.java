// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.checks.compose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.talon.checks.Checkout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The Compose file with its anchors and merge keys resolved. */
final class ComposeFile {
    static final Path FOLDER = Checkout.path("deploy/compose");

    private ComposeFile() {}

    static JsonNode read() {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        Object tree =
                new Yaml(new SafeConstructor(strict))
                        .load(Checkout.text("deploy/compose/compose.yaml"));
        return new ObjectMapper().valueToTree(tree);
    }

    /** Each service by its name. */
    static Map<String, JsonNode> services() {
        Map<String, JsonNode> services = new TreeMap<>();
        read().path("services").properties().forEach(e -> services.put(e.getKey(), e.getValue()));
        return services;
    }

    /** Services that run once and end. */
    static boolean isOnce(JsonNode service) {
        return service.path("restart").asText().equals("no");
    }

    static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(each -> strings.add(each.asText()));
        return strings;
    }
}
