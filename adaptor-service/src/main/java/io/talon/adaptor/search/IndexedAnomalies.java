// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.CalendarInterval;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The anomalies of the caller's tenant. */
@ApplicationScoped
public class IndexedAnomalies {
    private static final int MOST_SITES = 1000;

    @Inject Search search;

    /**
     * An anomaly as it was indexed.
     *
     * @param sort where the next page begins, if it is the last of this one
     */
    public record Indexed(ObjectNode document, List<String> sort) {}

    /**
     * Anomalies of a site, newest first.
     *
     * @param minScore least record score; null: any
     * @param after {@code sort} of the last of the page before; empty: from the beginning
     */
    public List<Indexed> newest(
            String site, int days, Double minScore, List<String> after, int most) {
        SearchResponse<ObjectNode> found =
                search.run(
                        Search.ANOMALIES,
                        r -> {
                            r.size(most)
                                    .query(ofSite(site, days, minScore))
                                    .sort(
                                            s ->
                                                    s.field(
                                                            f ->
                                                                    f.field("@timestamp")
                                                                            .order(SortOrder.Desc)))
                                    .sort(
                                            s ->
                                                    s.field(
                                                            f ->
                                                                    f.field("event.id")
                                                                            .order(
                                                                                    SortOrder
                                                                                            .Desc)));
                            if (!after.isEmpty()) {
                                r.searchAfter(after.stream().map(FieldValue::of).toList());
                            }
                            return r;
                        });
        return found.hits().hits().stream()
                .filter(hit -> hit.source() != null)
                .map(IndexedAnomalies::indexed)
                .toList();
    }

    /** The anomaly of an id. */
    public Optional<ObjectNode> find(String site, String id) {
        return search
                .run(
                        Search.ANOMALIES,
                        r ->
                                r.size(1)
                                        .query(
                                                q ->
                                                        q.bool(
                                                                b ->
                                                                        b.filter(
                                                                                        Search.term(
                                                                                                "labels.site",
                                                                                                site))
                                                                                .filter(
                                                                                        Search.term(
                                                                                                "event.id",
                                                                                                id)))))
                .hits()
                .hits()
                .stream()
                .map(Hit::source)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Alerts per day (UTC) of every site that had any, by site. */
    public Map<String, Map<LocalDate, Long>> perDay(int days) {
        SearchResponse<ObjectNode> found =
                search.run(
                        Search.ANOMALIES,
                        r ->
                                r.size(0)
                                        .query(
                                                q ->
                                                        q.bool(
                                                                b ->
                                                                        b.filter(
                                                                                        Search
                                                                                                .newerThanDays(
                                                                                                        days))
                                                                                .filter(
                                                                                        Search.term(
                                                                                                "event.kind",
                                                                                                "alert"))))
                                        .aggregations(
                                                "sites",
                                                a ->
                                                        a.terms(
                                                                        t ->
                                                                                t.field(
                                                                                                "labels.site")
                                                                                        .size(
                                                                                                MOST_SITES))
                                                                .aggregations(
                                                                        "days",
                                                                        d ->
                                                                                d.dateHistogram(
                                                                                        h ->
                                                                                                h.field(
                                                                                                                "@timestamp")
                                                                                                        .calendarInterval(
                                                                                                                CalendarInterval
                                                                                                                        .Day)))));
        Map<String, Map<LocalDate, Long>> bySite = new HashMap<>();
        if (found.aggregations().get("sites") == null
                || !found.aggregations().get("sites").isSterms()) {
            return bySite;
        }
        found.aggregations()
                .get("sites")
                .sterms()
                .buckets()
                .array()
                .forEach(
                        site -> {
                            Map<LocalDate, Long> counts = new HashMap<>();
                            site.aggregations()
                                    .get("days")
                                    .dateHistogram()
                                    .buckets()
                                    .array()
                                    .forEach(
                                            day ->
                                                    counts.put(
                                                            Instant.ofEpochMilli(day.key())
                                                                    .atZone(ZoneOffset.UTC)
                                                                    .toLocalDate(),
                                                            day.docCount()));
                            bySite.put(site.key().stringValue(), counts);
                        });
        return bySite;
    }

    private static Query ofSite(String site, int days, Double minScore) {
        BoolQuery.Builder all =
                new BoolQuery.Builder()
                        .filter(Search.term("labels.site", site))
                        .filter(Search.newerThanDays(days))
                        // What only opens or closes an episode names no flow.
                        .filter(q -> q.exists(e -> e.field("talon.sequence.uids")));
        if (minScore != null) {
            all.filter(
                    q ->
                            q.range(
                                    r ->
                                            r.number(
                                                    n ->
                                                            n.field("talon.anomaly.record_score")
                                                                    .gte(minScore))));
        }
        return Query.of(q -> q.bool(all.build()));
    }

    private static Indexed indexed(Hit<ObjectNode> hit) {
        return new Indexed(
                hit.source(), hit.sort().stream().map(v -> v._get().toString()).toList());
    }
}
