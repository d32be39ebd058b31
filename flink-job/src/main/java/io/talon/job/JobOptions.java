// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job;

import io.talon.job.operator.RunMode;
import io.talon.job.operator.ScoreOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    static final ConfigOption<String> KAFKA_PROPERTIES =
            ConfigOptions.key("kafka.properties-file")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "File of Kafka client properties (TLS, SASL), read where the job is"
                                + " submitted; secrets by a config provider, so that the job graph"
                                + " holds none");
    static final ConfigOption<String> FLOWS_TOPIC =
            ConfigOptions.key("topic.flows")
                    .stringType()
                    .defaultValue("talon.flows")
                    .withDescription("Topic of FlowEvent");
    static final ConfigOption<String> CONTROL_TOPIC =
            ConfigOptions.key("topic.control")
                    .stringType()
                    .defaultValue("talon.control")
                    .withDescription(
                            "Compacted topic of AdaptorRelease, Suppression and SiteSettings, read"
                                    + " from its beginning");
    static final ConfigOption<String> DEAD_LETTER_TOPIC =
            ConfigOptions.key("topic.dead-letters")
                    .stringType()
                    .defaultValue("talon.dead-letters")
                    .withDescription("Topic of DeadLetter");
    static final ConfigOption<String> ALERT_TOPIC =
            ConfigOptions.key("topic.alerts")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "Topic of alert documents as JSON, the same as are indexed; none: not"
                                    + " written");
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
    static final ConfigOption<String> ELASTICSEARCH_API_KEY_FILE =
            ConfigOptions.key("elasticsearch.api-key-file")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "File that holds an API key, on every TaskManager; none:"
                                    + " TALON_ELASTICSEARCH_API_KEY of its environment");
    static final ConfigOption<String> ELASTICSEARCH_USERNAME =
            ConfigOptions.key("elasticsearch.username")
                    .stringType()
                    .noDefaultValue()
                    .withDescription("User, where there is no API key");
    static final ConfigOption<String> ELASTICSEARCH_PASSWORD_FILE =
            ConfigOptions.key("elasticsearch.password-file")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "File that holds the user's password, on every TaskManager; none:"
                                    + " TALON_ELASTICSEARCH_PASSWORD of its environment");
    static final ConfigOption<String> ELASTICSEARCH_CA =
            ConfigOptions.key("elasticsearch.ca")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "Certificate of the authority that signed Elasticsearch's, PEM, on"
                                    + " every TaskManager; none: those the JVM knows");
    static final ConfigOption<String> MODEL =
            ConfigOptions.key("model")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "Model file, read where the job is submitted; none: shipped. A model"
                                    + " that is released on the control topic takes its place");
    static final ConfigOption<String> ADAPTOR =
            ConfigOptions.key("adaptor")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "Adaptor file, made for that model, of every site that none was"
                                    + " released to, as long as no other model was");
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
    static final ConfigOption<Integer> DESTINATIONS_PER_TENANT =
            ConfigOptions.key("history.destinations-per-tenant")
                    .intType()
                    .defaultValue(1_000_000)
                    .withDescription(
                            "Most destinations of a tenant that are remembered, about 1.5 kB each;"
                                + " beyond, one that was not used lately is forgotten and counted");
    static final ConfigOption<Integer> CACHED_DESTINATIONS =
            ConfigOptions.key("history.cached-destinations")
                    .intType()
                    .defaultValue(100_000)
                    .withDescription(
                            "Destinations that each task holds on the heap, about 1.8 kB each, in"
                                    + " front of a state backend on disk; what changed is written"
                                    + " to it at checkpoints. Without effect on the heap backend");
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
    static final ConfigOption<Double> ALERTS_PER_DAY =
            ConfigOptions.key("alerts.per-day")
                    .doubleType()
                    .defaultValue(10.0)
                    .withDescription(
                            "Alert budget of a site whose settings say nothing; critical ones are"
                                    + " never held back");
    static final ConfigOption<Duration> ALERT_GAP =
            ConfigOptions.key("alerts.gap")
                    .durationType()
                    .defaultValue(Duration.ofMinutes(30))
                    .withDescription(
                            "Silence after which the next anomaly of a destination is a new alert,"
                                    + " in event time");
    static final ConfigOption<Duration> ALERT_LONGEST =
            ConfigOptions.key("alerts.longest")
                    .durationType()
                    .defaultValue(Duration.ofHours(24))
                    .withDescription(
                            "Time after which an alert that does not end is raised anew, in event"
                                    + " time");
    static final ConfigOption<Duration> HEALTH_INTERVAL =
            ConfigOptions.key("health.interval")
                    .durationType()
                    .defaultValue(Duration.ofMinutes(5))
                    .withDescription("Between reports of a site's health, in event time");
    static final ConfigOption<Duration> ALIGNMENT =
            ConfigOptions.key("watermark.alignment")
                    .durationType()
                    .defaultValue(Duration.ofMinutes(10))
                    .withDescription(
                            "How far a partition may be ahead of the slowest before it is paused");
    static final ConfigOption<Integer> SCORES_PER_SECOND =
            ConfigOptions.key("scores.per-destination-second")
                    .intType()
                    .defaultValue(50)
                    .withDescription(
                            "Most flows of a destination that are scored per second of event time;"
                                    + " the others are remembered and counted");
    static final ConfigOption<Integer> BATCH_SIZE =
            ConfigOptions.key("scores.batch-size")
                    .intType()
                    .defaultValue(128)
                    .withDescription("Most sequences that are scored together");
    static final ConfigOption<Duration> LINGER =
            ConfigOptions.key("scores.linger")
                    .durationType()
                    .defaultValue(Duration.ofMillis(20))
                    .withDescription("Longest that a sequence waits for others to be scored with");
    static final ConfigOption<Duration> SAMPLE_INTERVAL =
            ConfigOptions.key("scores.sample-interval")
                    .durationType()
                    .defaultValue(ScoreOptions.SAMPLE_INTERVAL)
                    .withDescription(
                            "Of each site, in each task, one sequence in this time is indexed"
                                    + " whole, unusual or not: what sites are taught with");
    static final ConfigOption<RunMode> RUN_MODE =
            ConfigOptions.key("run.mode")
                    .enumType(RunMode.class)
                    .defaultValue(RunMode.STREAMING)
                    .withDescription(
                            "streaming, or historical: reads a range of the topic once, raises no"
                                    + " alert and doubles none of the live run's");
    static final ConfigOption<String> RUN_FROM =
            ConfigOptions.key("run.from")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "Historical: flows written to Kafka from this time on,"
                                    + " 2026-11-25T00:00:00Z; none: all");
    static final ConfigOption<String> RUN_UNTIL =
            ConfigOptions.key("run.until")
                    .stringType()
                    .noDefaultValue()
                    .withDescription("Historical: and before this one; none: now");
    static final ConfigOption<Duration> CHECKPOINT_INTERVAL =
            ConfigOptions.key("checkpoint.interval")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(10))
                    .withDescription("How often state and offsets are saved");

    /** All of them, in the order in which they are documented. */
    static final List<ConfigOption<?>> ALL =
            Stream.concat(
                            Stream.of(
                                    KAFKA_BOOTSTRAP,
                                    KAFKA_GROUP,
                                    KAFKA_PROPERTIES,
                                    FLOWS_TOPIC,
                                    CONTROL_TOPIC,
                                    DEAD_LETTER_TOPIC,
                                    ALERT_TOPIC,
                                    REGISTRY_URL,
                                    ELASTICSEARCH_URLS,
                                    ELASTICSEARCH_API_KEY_FILE,
                                    ELASTICSEARCH_USERNAME,
                                    ELASTICSEARCH_PASSWORD_FILE,
                                    ELASTICSEARCH_CA,
                                    MODEL,
                                    ADAPTOR,
                                    TRUSTED_KEYS,
                                    LATENESS,
                                    FUTURE_SKEW,
                                    EXPIRY,
                                    DESTINATIONS_PER_TENANT,
                                    CACHED_DESTINATIONS,
                                    OUT_OF_ORDER,
                                    IDLE,
                                    ALIGNMENT,
                                    SCORES_PER_SECOND,
                                    BATCH_SIZE,
                                    LINGER,
                                    SAMPLE_INTERVAL,
                                    ALERTS_PER_DAY,
                                    ALERT_GAP,
                                    ALERT_LONGEST,
                                    HEALTH_INTERVAL,
                                    RUN_MODE,
                                    RUN_FROM,
                                    RUN_UNTIL,
                                    CHECKPOINT_INTERVAL),
                            OutputOptions.ALL.stream())
                    .toList();

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
