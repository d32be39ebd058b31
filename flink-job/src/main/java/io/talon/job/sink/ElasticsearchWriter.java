// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.sink;

import io.talon.deadletter.v1.DeadLetter;
import io.talon.job.document.DeadLetterDocument;
import io.talon.job.document.Document;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.writer.AsyncSinkWriter;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.DequeRequestBuffer;
import org.apache.flink.connector.base.sink.writer.ElementConverter;
import org.apache.flink.connector.base.sink.writer.ResultHandler;
import org.apache.flink.connector.base.sink.writer.SimpleBatchCreator;
import org.apache.flink.connector.base.sink.writer.config.AsyncSinkWriterConfiguration;

/**
 * Sends documents, and acts on what becomes of each: written or written before, done; not now, wait
 * and send again for as long as it takes; not ever, replace it by its dead letter, which goes the
 * same way and, where there is a topic for it, to Kafka. A dead letter that is refused in its turn
 * is in that topic alone; without one it is all that is given up, with an error in the log that
 * says so. Where Kafka does not take a letter the job goes back to its last checkpoint.
 */
final class ElasticsearchWriter<T> extends AsyncSinkWriter<T, Document> {

    private static final Duration LOG_INTERVAL = Duration.ofSeconds(30);

    private final Target target;
    private final Bulk bulk;
    private final LetterProducer letters;
    private final Backoff backoff = new Backoff();
    private final OutageLog outage;
    private final SinkCounters counters;

    ElasticsearchWriter(
            ElementConverter<T, Document> converter,
            WriterInitContext context,
            AsyncSinkWriterConfiguration configuration,
            Collection<BufferedRequestState<Document>> state,
            Target target,
            LetterTopic letters) {
        super(
                converter,
                context,
                configuration,
                state,
                new SimpleBatchCreator<>(configuration.getMaxBatchSizeInBytes()),
                new DequeRequestBuffer<>());
        this.target = target;
        bulk = target.open();
        this.letters = letters == null ? null : letters.open();
        outage = new OutageLog(target.toString(), LOG_INTERVAL);
        counters = new SinkCounters(context.metricGroup());
    }

    @Override
    protected void submitRequestEntries(List<Document> documents, ResultHandler<Document> handler) {
        bulk.create(documents)
                .thenAccept(outcomes -> settle(documents, outcomes, handler))
                .exceptionally(
                        fault -> { // of ours: better a restart than a silent stop
                            handler.completeExceptionally(new IllegalStateException(fault));
                            return null;
                        });
    }

    private void settle(
            List<Document> documents, List<Outcome> outcomes, ResultHandler<Document> handler) {
        List<Document> again = new ArrayList<>();
        List<CompletableFuture<Void>> told = new ArrayList<>();
        String notNow = null;
        for (int i = 0; i < documents.size(); i++) {
            Document document = documents.get(i);
            Outcome outcome = outcomes.get(i);
            counters.count(outcome);
            if (outcome instanceof Outcome.TryAgain later) {
                again.add(document);
                notNow = later.reason();
            } else if (outcome instanceof Outcome.Refused refused) {
                giveUp(document, refused.reason(), again, told);
            }
        }
        if (told.isEmpty()) {
            goOn(again, notNow, handler);
            return;
        }
        String busy = notNow;
        CompletableFuture.allOf(told.toArray(CompletableFuture[]::new))
                .thenRun(() -> goOn(again, busy, handler))
                .exceptionally(
                        failure -> {
                            handler.completeExceptionally(
                                    new IllegalStateException(
                                            "The dead letter of a document did not reach Kafka",
                                            failure));
                            return null;
                        });
    }

    private void goOn(List<Document> again, String notNow, ResultHandler<Document> handler) {
        if (notNow != null) {
            long wait = backoff.failed();
            outage.waiting(notNow, again.size());
            CompletableFuture.delayedExecutor(wait, TimeUnit.MILLISECONDS)
                    .execute(() -> handler.retryForEntries(again));
            return;
        }
        if (backoff.succeeded()) {
            outage.over();
        }
        if (again.isEmpty()) {
            handler.complete();
        } else {
            handler.retryForEntries(again);
        }
    }

    private void giveUp(
            Document document,
            String reason,
            List<Document> again,
            List<CompletableFuture<Void>> told) {
        if (!target.keepsDeadLetters()) {
            outage.refused(document, reason);
            return;
        }
        if (DeadLetterDocument.isOne(document)) {
            if (letters == null) {
                counters.lost();
                outage.lost(document, reason);
            } else {
                outage.inTopicAlone(document, reason);
            }
            return;
        }
        DeadLetter letter = DeadLetterDocument.ofRefused(document, reason, Instant.now());
        again.add(DeadLetterDocument.of(letter));
        if (letters != null) {
            told.add(letters.send(letter));
        }
    }

    @Override
    protected long getSizeInBytes(Document document) {
        return document.json().length;
    }

    @Override
    public void close() {
        bulk.close();
        if (letters != null) {
            letters.close();
        }
    }
}
