// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job;

import io.talon.job.operator.RunMode;
import java.time.DateTimeException;
import java.time.Instant;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;

/**
 * Which part of the topics a run reads: from where it left off and without end, or for a historical
 * run from one time to another.
 *
 * @param from when the first record was written; null for the beginning. Historical runs only
 * @param until when the last one was; null for now. Historical runs only
 */
record RunRange(RunMode mode, Instant from, Instant until) {

    /**
     * As the options say.
     *
     * @throws IllegalArgumentException names the option that is no time, or not for this mode
     */
    static RunRange of(Configuration options) {
        RunMode mode = options.get(JobOptions.RUN_MODE);
        Instant from = time(options, JobOptions.RUN_FROM);
        Instant until = time(options, JobOptions.RUN_UNTIL);
        if (mode == RunMode.STREAMING && (from != null || until != null)) {
            throw new IllegalArgumentException(
                    "--%s and --%s are for --%s historical: a streaming run goes on where it stopped"
                            .formatted(
                                    JobOptions.RUN_FROM.key(),
                                    JobOptions.RUN_UNTIL.key(),
                                    JobOptions.RUN_MODE.key()));
        }
        return new RunRange(mode, from, until);
    }

    /** The consumer group: a historical run must not move the live one's offsets. */
    String group(String group) {
        return mode == RunMode.STREAMING ? group : group + "-historical";
    }

    /** Sets where flows begin and end. */
    @SuppressWarnings("deprecation") // the connector still wants the enum that Kafka would replace
    <T> KafkaSourceBuilder<T> flows(KafkaSourceBuilder<T> source) {
        if (mode == RunMode.STREAMING) {
            return source.setStartingOffsets(
                    OffsetsInitializer.committedOffsets(
                            org.apache.kafka.clients.consumer.OffsetResetStrategy.EARLIEST));
        }
        return source.setStartingOffsets(
                        from == null
                                ? OffsetsInitializer.earliest()
                                : OffsetsInitializer.timestamp(from.toEpochMilli()))
                .setBounded(
                        until == null
                                ? OffsetsInitializer.latest()
                                : OffsetsInitializer.timestamp(until.toEpochMilli()));
    }

    /** Control records are read from the beginning; a historical run takes what there is now. */
    <T> KafkaSourceBuilder<T> control(KafkaSourceBuilder<T> source) {
        source.setStartingOffsets(OffsetsInitializer.earliest());
        return mode == RunMode.STREAMING ? source : source.setBounded(OffsetsInitializer.latest());
    }

    private static Instant time(Configuration options, ConfigOption<String> option) {
        String text = options.get(option);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "--%s %s is no time such as 2026-11-25T00:00:00Z".formatted(option.key(), text),
                    e);
        }
    }
}
