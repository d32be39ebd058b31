// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.job.document.Document;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a server can be made to answer only by a stub of it; the rest is shown on real ones. */
class OpenSearchBulkTest {
    private BulkStub server;

    @BeforeEach
    void start() throws Exception {
        server = new BulkStub();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void eachDocumentHasAnOutcomeOfItsOwn() {
        server.behave(
                BulkStub.always(
                        200, o -> o.id().equals("1") ? 400 : o.id().equals("2") ? 429 : 201));
        assertThat(create(4))
                .containsExactly(
                        new Outcome.Created(false),
                        new Outcome.Refused("400: a_reason: because"),
                        new Outcome.TryAgain("429: a_reason: because"),
                        new Outcome.Created(false));
        server.behave(BulkStub.always(200, o -> 201));
        assertThat(create(1)).containsExactly(new Outcome.AlreadyThere());
        assertThat(server.created.get("3").index()).isEqualTo("logs-talon.anomaly-acme");
        assertThat(server.created.get("3").document().path("n").asInt()).isEqualTo(3);
    }

    @Test
    void theDocumentThatMakesARequestTooLargeIsFound() {
        server.behave(
                new BulkStub.Behaviour() {
                    @Override
                    public int request(List<BulkStub.Operation> operations) {
                        return operations.stream().anyMatch(o -> o.id().equals("5")) ? 413 : 200;
                    }

                    @Override
                    public int item(BulkStub.Operation operation) {
                        return 201;
                    }
                });
        List<Outcome> outcomes = create(8);
        assertThat(outcomes).filteredOn(o -> o instanceof Outcome.Created).hasSize(7);
        assertThat(outcomes.get(5)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void aServerThatHangsUpOrIsSomethingElseIsTriedAgain() {
        server.behave(BulkStub.always(0, o -> 201));
        assertThat(create(2)).allMatch(o -> o instanceof Outcome.TryAgain);
        server.behave(BulkStub.always(204, o -> 201));
        assertThat(create(2))
                .containsOnly(new Outcome.TryAgain("what answers does not speak _bulk"));
        server.close();
        assertThat(create(2)).allMatch(o -> o instanceof Outcome.TryAgain);
    }

    private List<Outcome> create(int documents) {
        try (OpenSearchBulk bulk =
                new OpenSearchBulk(ElasticsearchAccess.open(List.of(server.url() + "/")))) {
            return bulk.create(IntStream.range(0, documents).mapToObj(this::document).toList())
                    .join();
        }
    }

    private Document document(int n) {
        return new Document(
                "logs-talon.anomaly-acme",
                Integer.toString(n),
                "{\"n\":%d}".formatted(n).getBytes(StandardCharsets.UTF_8));
    }
}
