// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.checks.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.talon.checks.Checkout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The chart's objects, as Helm itself renders them.
 *
 * @param trees as written
 * @param objects as the makers' classes understand them
 */
record Rendered(List<JsonNode> trees, List<HasMetadata> objects) {
    static final Path CHART = Checkout.path("deploy/kubernetes/talon");
    private static final Path EXAMPLES = Checkout.path("deploy/kubernetes/examples");
    private static final YAMLMapper YAML = new YAMLMapper();

    /** With one of the example values, and single values over it. */
    static Rendered of(String example, Map<String, ?> over) throws IOException {
        TemplateCommand command =
                new Helm(CHART)
                        .template()
                        .withName("talon")
                        .withNamespace("talon")
                        .withValuesFile(EXAMPLES.resolve(example + ".yaml"));
        over.forEach(command::set);
        MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(command.call());
        List<JsonNode> trees =
                documents.readAll().stream().filter(tree -> tree.hasNonNull("kind")).toList();
        return new Rendered(trees, trees.stream().map(StrictObjects::read).toList());
    }

    static Rendered of(String example) throws IOException {
        return of(example, Map.of());
    }

    /** The only object of that kind and name. */
    JsonNode tree(String kind, String name) {
        List<JsonNode> found =
                trees.stream()
                        .filter(tree -> tree.path("kind").asText().equals(kind))
                        .filter(tree -> tree.path("metadata").path("name").asText().equals(name))
                        .toList();
        if (found.size() != 1) {
            throw new AssertionError("%d of %s %s".formatted(found.size(), kind, name));
        }
        return found.get(0);
    }

    List<String> kinds() {
        return trees.stream().map(tree -> tree.path("kind").asText()).toList();
    }
}
