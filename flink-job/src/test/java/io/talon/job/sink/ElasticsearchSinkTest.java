// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.job.document.Document;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The sink in a small job, against faults. That it writes into a real server is tested elsewhere.
 */
class ElasticsearchSinkTest {

    private BulkStub elasticsearch;

    @BeforeEach
    void start() throws Exception {
        elasticsearch = new BulkStub();
    }

    @AfterEach
    void stop() {
        elasticsearch.close();
    }

    @Test
    void createsEachDocumentUnderItsId() throws Exception {
        write(2500);

        assertThat(elasticsearch.created).hasSize(2500).containsKeys("0", "2499");
        assertThat(elasticsearch.created.get("7").index()).isEqualTo("logs-talon.anomaly-acme");
        assertThat(elasticsearch.created.get("7").document().get("n").asInt()).isEqualTo(7);
        assertThat(elasticsearch.requestSizes).contains(1000);
    }

    @Test
    void takesADocumentThatIsAlreadyThereForWritten() throws Exception {
        write(10);
        write(10);

        assertThat(elasticsearch.created).hasSize(10);
    }

    @Test
    void waitsForAServerThatIsTooBusyOrHangsUpAndLosesNothing() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        int[] answers = {0, 429, 503, 0, 401};
        elasticsearch.behave(
                new BulkStub.Behaviour() {
                    @Override
                    public int request(List<BulkStub.Operation> operations) {
                        int n = requests.getAndIncrement();
                        return n < answers.length ? answers[n] : 200;
                    }

                    @Override
                    public int item(BulkStub.Operation operation) {
                        return 201;
                    }
                });
        write(100);

        assertThat(elasticsearch.created).hasSize(100);
        assertThat(requests).hasValue(answers.length + 1);
    }

    @Test
    void sendsAgainOnlyWhatWasNotTaken() throws Exception {
        Set<String> refusedOnce = ConcurrentHashMap.newKeySet();
        elasticsearch.behave(
                BulkStub.always(
                        200,
                        o ->
                                Integer.parseInt(o.id()) % 10 == 0 && refusedOnce.add(o.id())
                                        ? 429
                                        : 201));
        write(100);

        assertThat(elasticsearch.created).hasSize(100);
        assertThat(elasticsearch.requestSizes).containsExactly(100, 10);
    }

    @Test
    void makesDeadLettersOfDocumentsThatNoMappingTakes() throws Exception {
        elasticsearch.behave(
                BulkStub.always(
                        200, o -> o.id().equals("5") ? 400 : o.id().equals("6") ? 404 : 201));
        write(10);

        assertThat(elasticsearch.created).hasSize(10).doesNotContainKeys("5", "6");
        assertThat(elasticsearch.created.values())
                .filteredOn(o -> o.index().equals("logs-talon.dlq-acme"))
                .extracting(o -> o.document().at("/talon/dead_letter/document_id").asText())
                .containsExactlyInAnyOrder("5", "6");
    }

    @Test
    void findsTheDocumentThatMakesARequestTooLarge() throws Exception {
        elasticsearch.behave(
                new BulkStub.Behaviour() {
                    @Override
                    public int request(List<BulkStub.Operation> operations) {
                        return operations.stream().anyMatch(o -> o.id().equals("42")) ? 413 : 200;
                    }

                    @Override
                    public int item(BulkStub.Operation operation) {
                        return 201;
                    }
                });
        write(100);

        assertThat(elasticsearch.created).hasSize(100).doesNotContainKey("42");
        assertThat(elasticsearch.created.values())
                .filteredOn(o -> o.index().equals("logs-talon.dlq-acme"))
                .singleElement()
                .satisfies(
                        o ->
                                assertThat(o.document().at("/error/message").asText())
                                        .startsWith("413"));
    }

    @Test
    void givesUpOnlyADeadLetterThatIsRefusedInItsTurn() throws Exception {
        elasticsearch.behave(
                BulkStub.always(
                        200, o -> o.id().equals("3") || o.index().contains(".dlq-") ? 400 : 201));
        write(10);

        assertThat(elasticsearch.created).hasSize(9).doesNotContainKey("3");
    }

    private void write(int documents) throws Exception {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1);
        env.fromSequence(0, documents - 1)
                .sinkTo(
                        new ElasticsearchSink<>(
                                ElasticsearchAccess.open(List.of(elasticsearch.url())),
                                Rendered::of));
        env.execute();
    }

    private static final class Rendered {
        static Document of(Long n) {
            return new Document(
                    "logs-talon.anomaly-acme",
                    n.toString(),
                    "{\"n\":%d}".formatted(n).getBytes(StandardCharsets.UTF_8));
        }
    }
}
