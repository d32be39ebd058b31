// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.search;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.talon.adaptor.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Sequences that the job wrote into Elasticsearch with their values: sampled ones and those of
 * anomalies.
 */
@ApplicationScoped
public class IndexedSequences {
    private static final String VALUES = "talon.sequence.values";

    @Inject Search search;

    /**
     * A sequence as it was indexed.
     *
     * @param values little-endian float32, row by row
     * @param anomaly id, where it is one
     * @param recordScore as the job scored it
     */
    public record Indexed(
            String profile,
            List<String> uids,
            byte[] values,
            Instant start,
            Instant end,
            String source,
            String destination,
            Integer destinationPort,
            String anomaly,
            double recordScore) {}

    /**
     * What was found.
     *
     * @param state used, away or off
     */
    public record Answer(List<Indexed> found, String state) {}

    /** The newest of a site; nothing where Elasticsearch is away, and the answer says so. */
    public Answer newest(String site, int most) {
        return answer(() -> all(site, null, null, most));
    }

    /** The newest of a site within a time; null is open. */
    public Answer within(String site, Instant from, Instant to, int most) {
        return answer(() -> all(site, from, to, most));
    }

    /** The one that a uid or an anomaly's id names. */
    public Optional<Indexed> find(String site, String name) {
        if (!search.isOn()) {
            return Optional.empty();
        }
        Query named =
                Query.of(
                        q ->
                                q.bool(
                                        b ->
                                                b.should(Search.term("talon.sequence.uids", name))
                                                        .should(Search.term("event.id", name))
                                                        .minimumShouldMatch("1")));
        List<Indexed> found = new ArrayList<>();
        for (String stream : List.of(Search.ANOMALIES, Search.SCORES)) {
            search
                    .run(
                            stream,
                            r ->
                                    r.size(20)
                                            .query(
                                                    q ->
                                                            q.bool(
                                                                    b ->
                                                                            b.filter(
                                                                                            Search
                                                                                                    .term(
                                                                                                            "labels.site",
                                                                                                            site))
                                                                                    .filter(
                                                                                            named))))
                    .hits()
                    .hits()
                    .stream()
                    .map(IndexedSequences::indexed)
                    .filter(Objects::nonNull)
                    .forEach(found::add);
        }
        return found.stream()
                .filter(
                        i ->
                                name.equals(i.anomaly())
                                        || i.uids().get(i.uids().size() - 1).equals(name))
                .findFirst();
    }

    private interface Question {
        List<Indexed> ask();
    }

    private Answer answer(Question question) {
        if (!search.isOn()) {
            return new Answer(List.of(), "off");
        }
        try {
            return new Answer(question.ask(), "used");
        } catch (ProblemException e) {
            return new Answer(List.of(), "away");
        }
    }

    private List<Indexed> all(String site, Instant from, Instant to, int most) {
        List<Indexed> found = new ArrayList<>();
        for (String stream : List.of(Search.SCORES, Search.ANOMALIES)) {
            search
                    .run(
                            stream,
                            r ->
                                    r.size(most / 2)
                                            .sort(
                                                    s ->
                                                            s.field(
                                                                    f ->
                                                                            f.field("@timestamp")
                                                                                    .order(
                                                                                            SortOrder
                                                                                                    .Desc)))
                                            .query(ofSite(site, from, to)))
                    .hits()
                    .hits()
                    .stream()
                    .map(IndexedSequences::indexed)
                    .filter(Objects::nonNull)
                    .forEach(found::add);
        }
        return found;
    }

    private static Query ofSite(String site, Instant from, Instant to) {
        Query time =
                Query.of(
                        q ->
                                q.range(
                                        r ->
                                                r.date(
                                                        d -> {
                                                            d.field("@timestamp");
                                                            if (from != null) {
                                                                d.gte(from.toString());
                                                            }
                                                            if (to != null) {
                                                                d.lt(to.toString());
                                                            }
                                                            return d;
                                                        })));
        return Query.of(
                q ->
                        q.bool(
                                b -> {
                                    b.filter(Search.term("labels.site", site));
                                    if (from != null || to != null) {
                                        b.filter(time);
                                    }
                                    return b;
                                }));
    }

    /** Null for a document without values, which can be shown but not taught. */
    private static Indexed indexed(Hit<ObjectNode> hit) {
        ObjectNode source = hit.source();
        JsonNode sequence = source == null ? null : source.path("talon").path("sequence");
        if (sequence == null || !sequence.path("values").isTextual()) {
            return null;
        }
        List<String> uids = new ArrayList<>();
        sequence.path("uids").forEach(uid -> uids.add(uid.asText()));
        JsonNode event = source.path("event");
        try {
            return new Indexed(
                    sequence.path("profile").asText(),
                    uids,
                    Base64.getDecoder().decode(sequence.path("values").asText()),
                    Instant.parse(event.path("start").asText()),
                    Instant.parse(event.path("end").asText()),
                    text(source.at("/source/ip")),
                    text(source.at("/destination/ip")),
                    source.at("/destination/port").isInt()
                            ? source.at("/destination/port").intValue()
                            : null,
                    isAnomaly(hit) ? text(event.path("id")) : null,
                    source.at("/talon/anomaly/record_score").asDouble());
        } catch (RuntimeException e) {
            throw new IllegalStateException("document " + hit.id() + " has a damaged " + VALUES, e);
        }
    }

    private static boolean isAnomaly(Hit<ObjectNode> hit) {
        return hit.index() != null && hit.index().contains(Search.ANOMALIES);
    }

    private static String text(JsonNode node) {
        return node.isTextual() ? node.asText() : null;
    }
}
