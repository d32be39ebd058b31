// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.sink;

import io.talon.job.document.Document;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.AsyncSinkBase;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.config.AsyncSinkWriterConfiguration;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Creates documents in Elasticsearch data streams. At least once from the job, once in the index:
 * ids are functions of the content, and a document that is already there counts as written. What
 * waits is part of the checkpoint.
 *
 * @param <T> what documents are made of
 */
public final class ElasticsearchSink<T> extends AsyncSinkBase<T, Document> {

    private static final long serialVersionUID = 1L;
    private static final int DOCUMENTS_PER_REQUEST = 1000;
    private static final int BYTES_PER_REQUEST = 8 << 20;
    private static final int REQUESTS_IN_FLIGHT = 4;
    private static final int DOCUMENTS_WAITING = 20_000;
    private static final long LONGEST_WAIT_MILLIS = 50;

    /** Makes the document of an element. Runs in the job, so it must not throw. */
    @FunctionalInterface
    public interface Rendering<T> extends Function<T, Document>, Serializable {}

    private final Target target;
    private final LetterTopic letters;

    /** To the data streams that the documents name. */
    public ElasticsearchSink(ElasticsearchAccess access, Rendering<T> rendering) {
        this(Target.elasticsearch(access), rendering);
    }

    /** The same promises for any place that documents can go to. */
    public ElasticsearchSink(Target target, Rendering<T> rendering) {
        this(target, rendering, null);
    }

    /**
     * With a topic that dead letters of refused documents go to as well.
     *
     * @param letters null for none
     */
    public ElasticsearchSink(Target target, Rendering<T> rendering, LetterTopic letters) {
        super(
                (element, context) -> rendering.apply(element),
                DOCUMENTS_PER_REQUEST,
                REQUESTS_IN_FLIGHT,
                DOCUMENTS_WAITING,
                BYTES_PER_REQUEST,
                LONGEST_WAIT_MILLIS,
                BYTES_PER_REQUEST);
        this.target = target;
        this.letters = letters;
    }

    @Override
    public ElasticsearchWriter<T> createWriter(WriterInitContext context) {
        return restoreWriter(context, List.of());
    }

    @Override
    public ElasticsearchWriter<T> restoreWriter(
            WriterInitContext context, Collection<BufferedRequestState<Document>> state) {
        AsyncSinkWriterConfiguration configuration =
                AsyncSinkWriterConfiguration.builder()
                        .setMaxBatchSize(DOCUMENTS_PER_REQUEST)
                        .setMaxBatchSizeInBytes(BYTES_PER_REQUEST)
                        .setMaxInFlightRequests(REQUESTS_IN_FLIGHT)
                        .setMaxBufferedRequests(DOCUMENTS_WAITING)
                        .setMaxTimeInBufferMS(LONGEST_WAIT_MILLIS)
                        .setMaxRecordSizeInBytes(BYTES_PER_REQUEST)
                        .setRateLimitingStrategy(
                                new InFlightLimit(REQUESTS_IN_FLIGHT, DOCUMENTS_PER_REQUEST))
                        .build();
        return new ElasticsearchWriter<>(
                getElementConverter(), context, configuration, state, target, letters);
    }

    @Override
    public SimpleVersionedSerializer<BufferedRequestState<Document>> getWriterStateSerializer() {
        return new DocumentStateSerializer();
    }
}
