// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.siem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.talon.dashboards.kql.DocumentMatch;
import io.talon.dashboards.lens.LensTable;
import io.talon.dashboards.lens.PanelProof;
import io.talon.dashboards.lens.Panels;
import io.talon.dashboards.lens.SearchPanel;
import io.talon.dashboards.lens.TimeRange;
import io.talon.it.siem.RealElasticsearch.IndexedDocument;
import java.util.Comparator;
import java.util.List;

/**
 * A server's answers to the panels' searches, held against what the documents in it come to when
 * they are counted in memory.
 *
 * @param documents all that the server holds
 */
record PanelAnswers(
        RealElasticsearch elasticsearch, Panels panels, List<IndexedDocument> documents) {
    /** Single precision, in which scores are indexed. */
    private static final double RELATIVE = 1e-6;

    /** Asserts every cell; returns how many rows there are. */
    int assertRight(PanelProof proof) throws Exception {
        String pattern = panels.dataViews().get(proof.layer().dataView());
        LensTable shown = proof.read(elasticsearch.search(pattern, proof.request()));
        LensTable expected = proof.expected(read(pattern));

        assertThat(shown.rows()).as(proof.toString()).hasSameSizeAs(expected.rows());
        for (int row = 0; row < expected.rows().size(); row++) {
            for (int column = 0; column < expected.columns().size(); column++) {
                Object wanted = expected.rows().get(row).get(column);
                Object got = shown.rows().get(row).get(column);
                String what =
                        "%s, row %d of %s, expected %s"
                                .formatted(proof, row, shown.rows(), expected.rows());
                if (wanted instanceof Double number) {
                    assertThat((Double) got)
                            .as(what)
                            .isCloseTo(number, within(Math.abs(number) * RELATIVE + RELATIVE));
                } else {
                    assertThat(got).as(what).isEqualTo(wanted);
                }
            }
        }
        return expected.rows().size();
    }

    /** Asserts the list; returns how many documents it is of. */
    int assertRight(SearchPanel panel, TimeRange range) throws Exception {
        String pattern = panels.dataViews().get(panel.dataView());
        List<String> expected =
                read(pattern).stream()
                        .filter(range::contains)
                        .filter(document -> DocumentMatch.matches(panel.query(), document))
                        .map(document -> document.path("@timestamp").asText())
                        .sorted(Comparator.reverseOrder())
                        .toList();
        JsonNode answer = elasticsearch.search(pattern, panel.request(range));
        assertThat(answer.at("/hits/total/value").asInt())
                .as(panel.toString())
                .isEqualTo(expected.size());
        assertThat(answer.at("/hits/hits").findValues("@timestamp"))
                .as(panel.toString())
                .extracting(JsonNode::asText)
                .isEqualTo(expected.subList(0, Math.min(100, expected.size())));
        return expected.size();
    }

    /** The documents of the data streams that a pattern means. */
    List<JsonNode> read(String pattern) {
        String prefix = pattern.replace("*", "");
        return documents.stream()
                .filter(document -> document.stream().startsWith(prefix))
                .map(IndexedDocument::json)
                .toList();
    }
}
