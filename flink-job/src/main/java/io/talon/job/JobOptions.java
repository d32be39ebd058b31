// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.util.ParameterTool;

/** Every option of the streaming job, given as {@code --key value}. */
final class JobOptions {

    static final ConfigOption<String> KAFKA_BOOTSTRAP =
            ConfigOptions.key("kafka.bootstrap")
                    .stringType()
                    .noDefaultValue()
                    .withDescription("Kafka brokers, host:port,…; required");
    static final ConfigOption<String> KAFKA_GROUP =
            ConfigOptions.key("kafka.group")
                    .stringType()
                    .defaultValue("talon")
                    .withDescription("Consumer group, and where a job without a savepoint goes on");
    static final ConfigOption<String> FLOWS_TOPIC =
            ConfigOptions.key("topic.flows")
                    .stringType()
                    .defaultValue("talon.flows")
                    .withDescription("Topic of FlowEvent");
    static final ConfigOption<String> CONTROL_TOPIC =
            ConfigOptions.key("topic.control")
                    .stringType()
                    .defaultValue("talon.control")
                    .withDescription("Compacted topic of AdaptorRelease, read from its beginning");
    static final ConfigOption<String> DEAD_LETTER_TOPIC =
            ConfigOptions.key("topic.dead-letters")
                    .stringType()
                    .defaultValue("talon.dead-letters")
                    .withDescription("Topic of DeadLetter");
    static final ConfigOption<String> REGISTRY_URL =
            ConfigOptions.key("registry.url")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "Confluent-compatible schema registry, up to /schemas; none: only"
                                    + " single-object encoding is read");
    static final ConfigOption<List<String>> ELASTICSEARCH_URLS =
            ConfigOptions.key("elasticsearch.urls")
                    .stringType()
                    .asList()
                    .noDefaultValue()
                    .withDescription("Elasticsearch nodes, http://host:port;…; required");
    static final ConfigOption<String> MODEL =
            ConfigOptions.key("model")
                    .stringType()
                    .noDefaultValue()
                    .withDescription("Model file, read where the job is submitted; none: shipped");
    static final ConfigOption<String> ADAPTOR =
            ConfigOptions.key("adaptor")
                    .stringType()
                    .noDefaultValue()
                    .withDescription("Adaptor file of every site that none was released to");
    static final ConfigOption<List<String>> TRUSTED_KEYS =
            ConfigOptions.key("control.trusted-keys")
                    .stringType()
                    .asList()
                    .defaultValues()
                    .withDescription(
                            "Files of the Ed25519 public keys, PEM, whose signatures on the control"
                                    + " topic are believed; read where the job is submitted. None:"
                                    + " every record there is refused");
    static final ConfigOption<Duration> LATENESS =
            ConfigOptions.key("flows.lateness")
                    .durationType()
                    .defaultValue(Duration.ofMinutes(10))
                    .withDescription(
                            "How much earlier than the newest flow to its destination a flow may"
                                    + " end; later ones are dead letters");
    static final ConfigOption<Duration> FUTURE_SKEW =
            ConfigOptions.key("flows.future-skew")
                    .durationType()
                    .defaultValue(Duration.ofHours(1))
                    .withDescription("How far ahead of the clock a flow may end");
    static final ConfigOption<Duration> EXPIRY =
            ConfigOptions.key("history.expiry")
                    .durationType()
                    .defaultValue(Duration.ofDays(7))
                    .withDescription("How long an idle destination is remembered, in event time");
    static final ConfigOption<Duration> OUT_OF_ORDER =
            ConfigOptions.key("watermark.out-of-orderness")
                    .durationType()
                    .defaultValue(Duration.ofMinutes(1))
                    .withDescription("How far the watermark stays behind the newest flow");
    static final ConfigOption<Duration> IDLE =
            ConfigOptions.key("watermark.idleness")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(30))
                    .withDescription("After which silence an input no longer holds the watermark");
    static final ConfigOption<Duration> CHECKPOINT_INTERVAL =
            ConfigOptions.key("checkpoint.interval")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(10))
                    .withDescription("How often state and offsets are saved");

    /** All of them, in the order in which they are documented. */
    static final List<ConfigOption<?>> ALL =
            List.of(
                    KAFKA_BOOTSTRAP,
                    KAFKA_GROUP,
                    FLOWS_TOPIC,
                    CONTROL_TOPIC,
                    DEAD_LETTER_TOPIC,
                    REGISTRY_URL,
                    ELASTICSEARCH_URLS,
                    MODEL,
                    ADAPTOR,
                    TRUSTED_KEYS,
                    LATENESS,
                    FUTURE_SKEW,
                    EXPIRY,
                    OUT_OF_ORDER,
                    IDLE,
                    CHECKPOINT_INTERVAL);

    private static final List<ConfigOption<?>> REQUIRED =
            List.of(KAFKA_BOOTSTRAP, ELASTICSEARCH_URLS);

    private JobOptions() {}

    /**
     * Reads {@code --key value} pairs.
     *
     * @throws IllegalArgumentException names the option that is unknown, missing or no value of its
     *     kind
     */
    static Configuration parse(String[] args) {
        Map<String, String> given = ParameterTool.fromArgs(args).toMap();
        TreeSet<String> unknown = new TreeSet<>(given.keySet());
        ALL.forEach(option -> unknown.remove(option.key()));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "there is no option --%s; there are %s"
                            .formatted(
                                    unknown.first(),
                                    ALL.stream()
                                            .map(o -> "--" + o.key())
                                            .collect(Collectors.joining(" "))));
        }
        Configuration options = Configuration.fromMap(given);
        for (ConfigOption<?> option : REQUIRED) {
            if (!given.containsKey(option.key())) {
                throw new IllegalArgumentException(
                        "option --%s is missing".formatted(option.key()));
            }
        }
        for (ConfigOption<?> option : ALL) {
            try {
                options.get(option);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "--%s %s: %s"
                                .formatted(option.key(), given.get(option.key()), e.getMessage()),
                        e);
            }
        }
        return options;
    }
}
