// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.siem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.talon.dashboards.Checkup;
import io.talon.dashboards.Credentials;
import io.talon.dashboards.InstalledAsset;
import io.talon.dashboards.InstalledAsset.Outcome;
import io.talon.dashboards.TemplateInstaller;
import io.talon.dashboards.kibana.ShippedObjects;
import io.talon.dashboards.lens.LensLayer;
import io.talon.dashboards.lens.LensPanel;
import io.talon.dashboards.lens.Panel;
import io.talon.dashboards.lens.PanelProof;
import io.talon.dashboards.lens.Panels;
import io.talon.dashboards.lens.SearchPanel;
import io.talon.dashboards.lens.TimeRange;
import io.talon.dashboards.rule.ExpectedAlerts;
import io.talon.dashboards.rule.RuleSearch;
import io.talon.it.siem.RealElasticsearch.IndexedDocument;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Templates, panels and rules over what the real job wrote of simulated flows, in a demo that has
 * come to its summary.
 */
public final class SiemOfDemo implements RealElasticsearch {
    private static final String ALL = "logs-talon.*,metrics-talon.*";
    private static final Panels PANELS = new Panels(ShippedObjects.all());

    /** Data views that a demo in which all goes well, and which nobody teaches, may leave empty. */
    private static final Set<String> EMPTY = Set.of("talon-dlq", "talon-audit");

    private final URI url;
    private final Runnable end;

    /**
     * @param url the root of the demo's Elasticsearch, which the demo stops
     */
    public SiemOfDemo(URI url) {
        this(url, () -> {});
    }

    private SiemOfDemo(URI url, Runnable end) {
        this.url = url;
        this.end = end;
    }

    /** The same documents in an Elasticsearch 9.x of their own. */
    public SiemOfDemo copiedToElasticsearch9() throws Exception {
        Elasticsearch9 nine = new Elasticsearch9(false);
        SiemOfDemo copy = new SiemOfDemo(nine.url(), nine::close);
        try {
            new TemplateInstaller(nine.url(), Optional.empty()).install();
            copy.index(settled());
        } catch (Exception e) {
            copy.close();
            throw e;
        }
        return copy;
    }

    @Override
    public URI url() {
        return url;
    }

    @Override
    public void close() {
        end.run();
    }

    /** Installing once more changes nothing, and nothing is found wrong. */
    public void assertTemplatesAreInstalled() throws Exception {
        assertThat(new TemplateInstaller(url, Optional.empty()).install())
                .extracting(InstalledAsset::outcome)
                .containsOnly(Outcome.UNCHANGED);
        assertThat(new Checkup(url, Credentials.none()).run()).isEmpty();
    }

    /** Every field of every document is mapped, no value ignored, no document refused. */
    public void assertEveryDocumentFits() throws Exception {
        JsonNode known = get("/" + ALL + "/_field_caps?fields=*").path("fields");
        settled().forEach(each -> KnownFields.assertAllIn(each.json(), known));
        assertThat(count(ALL, "_exists_:_ignored")).isZero();
        assertThat(count("logs-talon.dlq-*", "talon.dead_letter.stage:index")).isZero();
    }

    /**
     * Every panel and every rule answers with what the documents come to.
     *
     * @param alerts how many alerts the job counted
     */
    public void assertPanelsAndRulesAreRight(long alerts) throws Exception {
        List<IndexedDocument> documents = settled();
        assertThat(kinds(documents).get("alert")).isEqualTo(alerts);
        SinglePrecision indexed =
                new SinglePrecision(get("/" + ALL + "/_field_caps?fields=*").path("fields"));
        PanelAnswers answers =
                new PanelAnswers(this, PANELS, documents.stream().map(indexed::of).toList());
        Instant end = newest(documents).plusMillis(1);
        for (Panel panel : PANELS.all()) {
            TimeRange range = PANELS.timeRange(panel.dashboard(), end);
            if (panel instanceof LensPanel lens) {
                for (LensLayer layer : lens.searched()) {
                    int rows = answers.assertRight(new PanelProof(lens, layer, range));
                    assertNotEmpty(panel, layer.dataView(), rows);
                }
            } else if (panel instanceof SearchPanel list) {
                assertNotEmpty(panel, list.dataView(), answers.assertRight(list, range));
            }
        }
        assertRulesAreRight(answers, end);
    }

    private void assertRulesAreRight(PanelAnswers answers, Instant end) throws Exception {
        ObjectNode window = JSON.createObjectNode();
        window.putObject("range").putObject("@timestamp").put("lte", end.toString());
        Map<String, Integer> found = new TreeMap<>();
        for (RuleSearch search : RuleSearch.all().toList()) {
            List<JsonNode> searched =
                    search.rule().index().stream()
                            .flatMap(pattern -> answers.read(pattern).stream())
                            .toList();
            Set<String> expected = ExpectedAlerts.of(search.rule(), searched);
            JsonNode answer = search(search.index(), search.request(window));
            if (!search.rule().isThreshold()) {
                assertThat(answer.at("/hits/total/value").asInt())
                        .as(search.toString())
                        .isEqualTo(expected.size());
                expected.retainAll(search.alerts(answer)); // no more than max_signals are listed
            }
            assertThat(search.alerts(answer)).as(search.toString()).isEqualTo(expected);
            found.put(search.toString(), expected.size());
        }
        assertThat(found)
                .hasEntrySatisfying(
                        "Talon: Unusual Sequence of Flows with a High Score",
                        count -> assertThat(count).isPositive());
    }

    private static void assertNotEmpty(Panel panel, String dataView, int rows) {
        if (!EMPTY.contains(dataView)) {
            assertThat(rows).as("%s shows something", panel).isPositive();
        }
    }

    /** All documents, once no more come. */
    private List<IndexedDocument> settled() {
        long[] before = {-1};
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(2))
                .until(
                        () -> documents(ALL),
                        now -> {
                            boolean same = now.size() == before[0];
                            before[0] = now.size();
                            return same;
                        });
    }

    private static Map<String, Long> kinds(List<IndexedDocument> documents) {
        Map<String, Long> kinds = new TreeMap<>();
        documents.forEach(
                each -> kinds.merge(each.json().at("/event/kind").asText(), 1L, Long::sum));
        return kinds;
    }

    private static Instant newest(List<IndexedDocument> documents) {
        return documents.stream()
                .map(each -> Instant.parse(each.json().path("@timestamp").asText()))
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private long count(String pattern, String query) throws Exception {
        return get("/" + pattern + "/_count?q=" + query).path("count").asLong();
    }
}
