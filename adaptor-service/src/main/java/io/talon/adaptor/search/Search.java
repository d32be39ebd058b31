// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.talon.adaptor.problem.ProblemException;
import io.talon.adaptor.tenant.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.function.UnaryOperator;

/** Searches the data streams of the caller's tenant. */
@ApplicationScoped
class Search {
    static final String ANOMALIES = "logs-talon.anomaly-";
    static final String SCORES = "metrics-talon.score-";

    @Inject ElasticsearchSource elasticsearch;
    @Inject Caller caller;

    boolean isOn() {
        return elasticsearch.client().isPresent();
    }

    /**
     * Searches a data stream of the caller's tenant; one that is not there yet is empty.
     *
     * @param stream its name up to the tenant
     * @throws ProblemException if Elasticsearch is away or not configured
     */
    SearchResponse<ObjectNode> run(String stream, UnaryOperator<SearchRequest.Builder> request) {
        return runOn(stream + caller.tenant(), request);
    }

    SearchResponse<ObjectNode> runOn(String index, UnaryOperator<SearchRequest.Builder> request) {
        try {
            return elasticsearch
                    .client()
                    .orElseThrow(Search::off)
                    .search(
                            request.apply(
                                            new SearchRequest.Builder()
                                                    .index(index)
                                                    .ignoreUnavailable(true)
                                                    .allowNoIndices(true))
                                    .build(),
                            ObjectNode.class);
        } catch (IOException e) {
            throw away(e.getMessage());
        } catch (ElasticsearchException e) {
            throw away(e.getMessage());
        }
    }

    static Query term(String field, String value) {
        return Query.of(q -> q.term(t -> t.field(field).value(value)));
    }

    static Query newerThanDays(int days) {
        return Query.of(
                q -> q.range(r -> r.date(d -> d.field("@timestamp").gte("now-" + days + "d"))));
    }

    private static ProblemException off() {
        return ProblemException.unavailable(
                "elasticsearch-off",
                "this service is not connected to Elasticsearch",
                "Set talon.elasticsearch.urls.");
    }

    private static ProblemException away(String reason) {
        return ProblemException.unavailable(
                "elasticsearch-away",
                "Elasticsearch does not answer: " + reason,
                "Try again when it is back; GET /q/health says more.");
    }
}
