// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.sink;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Hands elements to a consumer of the process that built the job, for jobs that run inside it. The
 * sink travels through Flink as a name; the consumer stays. Elements may be reused after the call.
 */
public final class InProcessSink<T> implements Sink<T>, AutoCloseable {

    private static final long serialVersionUID = 1L;
    private static final Map<String, Consumer<?>> CONSUMERS = new ConcurrentHashMap<>();

    private final String name = UUID.randomUUID().toString();

    /**
     * @param consumer called by one thread at a time if the sink's parallelism is 1
     */
    public InProcessSink(Consumer<T> consumer) {
        CONSUMERS.put(name, consumer);
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        @SuppressWarnings("unchecked") // put there by the constructor of a sink of the same T
        Consumer<T> consumer = (Consumer<T>) CONSUMERS.get(name);
        return new SinkWriter<>() {
            @Override
            public void write(T element, Context at) {
                consumer.accept(element);
            }

            @Override
            public void flush(boolean endOfInput) {}

            @Override
            public void close() {}
        };
    }

    /** Forgets the consumer; the job must have ended. */
    @Override
    public void close() {
        CONSUMERS.remove(name);
    }
}
