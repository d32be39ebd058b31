// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.search;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.talon.adaptor.tenant.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/**
 * What analysts said elsewhere of the caller's tenant's anomalies: by closing alerts in Kibana with
 * a reason, and in the index {@code talon.feedback}.
 */
@ApplicationScoped
public class IndexedFeedback {
    private static final String ALERTS = ".alerts-security.alerts-*";
    private static final String FEEDBACK = "talon.feedback";
    private static final String REASON = "kibana.alert.workflow_reason";
    private static final int MOST = 500;

    @Inject Search search;
    @Inject Caller caller;

    /**
     * Something that was said.
     *
     * @param origin kibana or feedback
     * @param id names it there
     * @param anomaly id of the anomaly
     * @param reason as it was written
     */
    public record Said(
            String origin, String id, String site, String anomaly, String reason, String note) {}

    /** Whether there is an Elasticsearch to ask. */
    public boolean isOn() {
        return search.isOn();
    }

    /** The newest of both. */
    public List<Said> newest() {
        List<Said> all = new ArrayList<>();
        for (Hit<ObjectNode> hit :
                ask(
                        ALERTS,
                        List.of(
                                Search.term("kibana.alert.workflow_status", "closed"),
                                Search.term("kibana.alert.original_event.dataset", "talon.anomaly"),
                                Query.of(q -> q.exists(e -> e.field(REASON)))))) {
            all.add(
                    new Said(
                            "kibana",
                            hit.id(),
                            text(hit, "labels.site"),
                            text(hit, "kibana.alert.original_event.id"),
                            text(hit, REASON),
                            null));
        }
        for (Hit<ObjectNode> hit : ask(FEEDBACK, List.of())) {
            all.add(
                    new Said(
                            "feedback",
                            hit.id(),
                            text(hit, "labels.site"),
                            text(hit, "talon.feedback.anomaly"),
                            text(hit, "talon.feedback.verdict"),
                            text(hit, "talon.feedback.note")));
        }
        return all;
    }

    private List<Hit<ObjectNode>> ask(String index, List<Query> conditions) {
        return search.runOn(
                        index,
                        r ->
                                r.size(MOST)
                                        .sort(
                                                s ->
                                                        s.field(
                                                                f ->
                                                                        f.field("@timestamp")
                                                                                .order(
                                                                                        SortOrder
                                                                                                .Desc)))
                                        .query(
                                                q ->
                                                        q.bool(
                                                                b ->
                                                                        b.filter(
                                                                                        Search.term(
                                                                                                "organization.id",
                                                                                                caller
                                                                                                        .tenant()))
                                                                                .filter(
                                                                                        conditions))))
                .hits()
                .hits();
    }

    /** A field that stands in the document as one dotted name, or as objects in objects. */
    private static String text(Hit<ObjectNode> hit, String field) {
        if (hit.source() == null) {
            return null;
        }
        if (hit.source().path(field).isTextual()) {
            return hit.source().path(field).asText();
        }
        var nested = hit.source().at("/" + field.replace('.', '/'));
        return nested.isTextual() ? nested.asText() : null;
    }
}
