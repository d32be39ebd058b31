// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import io.talon.dashboards.lens.DocumentValues;
import io.talon.dashboards.sample.SampleDocument;
import io.talon.dashboards.sample.SampleDocuments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The page that says what every field of every document means. */
final class DocumentsReference {
    private static final Path MEANINGS = Path.of("src/reference/fields.tsv");
    private static final String FEATURE = "talon.feature.";
    private static final String PARTS = "\\.(actual|typical|contribution)$";
    private static final int LONGEST_EXAMPLE = 60;
    private static final List<SampleDocument> SAMPLES = SampleDocuments.all();

    private static final String HEAD =
            """
            # Fields of Talon's documents

            Generated from the index templates, `dashboards/src/reference/fields.tsv` and sample documents. Do not edit;
            `./mvnw -pl dashboards -am test -Dtest=DocumentsReferenceTest -Dsurefire.failIfNoSpecifiedTests=false -Dtalon.reference=write` writes it anew.

            | data stream | holds | kept |
            |---|---|---|
            | `logs-talon.anomaly-<tenant>` | anomalies | 365 days |
            | `logs-talon.dlq-<tenant>` | dead letters: records that were refused | 14 days |
            | `logs-talon.audit-<tenant>` | who did what to sites, triplets and adaptors | for good |
            | `metrics-talon.score-<tenant>` | sampled scores, and reports of each site's health | 30 days |

            ECS 9.4 where ECS has a field; what is Talon's own is under `talon`. A field that is unknown is absent, never zero or empty.
            A type is what the template asks for; a server without `constant_keyword` or `match_only_text` gets `keyword` and `text`.

            | field | type | in | meaning | example |
            |---|---|---|---|---|
            """;

    private DocumentsReference() {}

    /**
     * The fields of every index template by its name, with those of the optional part for GeoIP.
     */
    static Map<String, Map<String, String>> fields() {
        Map<String, Map<String, String>> fields = Mappings.fieldTypes();
        Asset.all().stream()
                .filter(asset -> asset.kind() == AssetKind.COMPONENT_TEMPLATE)
                .filter(asset -> asset.name().equals("talon-geoip"))
                .map(asset -> Mappings.fieldTypes(asset.body().at("/template/mappings")))
                .forEach(fields.get("logs-talon.anomaly")::putAll);
        return fields;
    }

    /** The meanings that are written down, by field; {@code <end>} for both ends. */
    static Map<String, String> meanings() throws IOException {
        return Files.readAllLines(MEANINGS).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", 2))
                .collect(Collectors.toMap(c -> c[0], c -> c[1], (a, b) -> a, TreeMap::new));
    }

    /** The name under which a field's meaning is written down. */
    static String entry(String field) {
        return field.replaceFirst("^(source|destination)\\.", "<end>.");
    }

    static String text() throws IOException {
        Map<String, String> meanings = meanings();
        Map<String, Set<String>> streams = new TreeMap<>();
        Map<String, String> types = new TreeMap<>();
        fields().forEach(
                        (template, fields) ->
                                fields.forEach(
                                        (field, type) -> {
                                            streams.computeIfAbsent(field, f -> new TreeSet<>())
                                                    .add(template.replaceAll("^.*\\.", ""));
                                            types.put(field, type);
                                        }));
        StringBuilder text = new StringBuilder(HEAD);
        for (String field : types.keySet()) {
            if (!field.startsWith(FEATURE)) {
                row(
                        text,
                        field,
                        types.get(field),
                        streams.get(field).size() == fields().size()
                                ? "all"
                                : String.join(", ", streams.get(field)),
                        meanings.get(entry(field)),
                        example(field));
            }
        }
        Set<String> features =
                types.keySet().stream()
                        .filter(field -> field.startsWith(FEATURE))
                        .map(field -> field.substring(FEATURE.length()).replaceAll(PARTS, ""))
                        .collect(Collectors.toCollection(TreeSet::new));
        return text.append(features(features)).toString();
    }

    private static void row(
            StringBuilder text,
            String field,
            String type,
            String in,
            String meaning,
            String example) {
        text.append("| `%s` | %s | %s | %s | %s |\n".formatted(field, type, in, meaning, example));
    }

    private static String features(Set<String> names) {
        return """

        ## Features

        An anomaly has up to three fields for each feature that explains it; `talon.top_features` lists the strongest.

        | field | type | meaning |
        |---|---|---|
        | `talon.feature.<feature>.actual` | double | value of the last flow, in the feature's unit; absent if it had none |
        | `talon.feature.<feature>.typical` | double | the median of the benign flows to the same host and port; of the port or the site where they are too few |
        | `talon.feature.<feature>.contribution` | float | share of the error, 0 to 1 |

        Features of the profile `zeek-conn-v1` (%d): %s. `ZeekConnV1` in ctal-vae says what each means and in which unit.
        """
                .formatted(
                        names.size(),
                        names.stream().map("`%s`"::formatted).collect(Collectors.joining(", ")));
    }

    /** The first one among the sample documents, anomalies first. */
    private static String example(String field) {
        for (SampleDocument document : SAMPLES) {
            List<JsonNode> values = DocumentValues.of(document.json(), field);
            if (!values.isEmpty()) {
                String all =
                        values.stream().map(JsonNode::asText).collect(Collectors.joining(", "));
                return "`%s`"
                        .formatted(
                                all.length() <= LONGEST_EXAMPLE
                                        ? all
                                        : all.substring(0, LONGEST_EXAMPLE - 1) + "…");
            }
        }
        return "";
    }
}
