// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.part;

import io.talon.local.process.Ports;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;

/** Looks at and makes the topics of a Kafka cluster. Thread-safe. */
public final class KafkaTopics implements AutoCloseable {
    /** Flows on their way to the job. */
    public static final String FLOWS = "talon.flows";

    /** Which adaptor each site runs, and suppressions; the latest per key is kept for ever. */
    public static final String CONTROL = "talon.control";

    /** What could not be used, with the reason. */
    public static final String DEAD_LETTERS = "talon.dead-letters";

    /** All topics that a Talon deployment needs. */
    public static final List<String> ALL = List.of(FLOWS, CONTROL, DEAD_LETTERS);

    private static final int TIMEOUT_MILLIS = 10_000;
    private static final int IMPATIENT_MILLIS = 3_000;

    private final String bootstrap;
    private final Admin admin;

    /**
     * @param bootstrap {@code host:port} of a broker; not contacted yet
     */
    public KafkaTopics(String bootstrap) {
        this(bootstrap, TIMEOUT_MILLIS);
    }

    private KafkaTopics(String bootstrap, int timeoutMillis) {
        this.bootstrap = bootstrap;
        this.admin =
                Admin.create(
                        Map.of(
                                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, timeoutMillis,
                                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, timeoutMillis));
    }

    /** As the constructor, but gives up after seconds. */
    public static KafkaTopics impatient(String bootstrap) throws IOException {
        try {
            return new KafkaTopics(bootstrap, IMPATIENT_MILLIS);
        } catch (KafkaException e) {
            throw new IOException("'" + bootstrap + "' is no address of Kafka brokers", e);
        }
    }

    /** Whether a broker at this loopback port answers, waiting a second at most. */
    static boolean answers(int port) throws InterruptedException {
        // A client logs every failed attempt; it is not started before something listens.
        if (Ports.isFree(port)) {
            return false;
        }
        String bootstrap = "127.0.0.1:" + port;
        try (KafkaTopics topics = new KafkaTopics(bootstrap, 1_000)) {
            topics.existing();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Makes the topics that a deployment needs. */
    public void createAll(int flowPartitions) throws IOException, InterruptedException {
        short replicas = 1;
        List<NewTopic> topics = new ArrayList<>();
        topics.add(new NewTopic(FLOWS, flowPartitions, replicas));
        topics.add(
                new NewTopic(CONTROL, 1, replicas)
                        .configs(
                                Map.of(
                                        TopicConfig.CLEANUP_POLICY_CONFIG,
                                        TopicConfig.CLEANUP_POLICY_COMPACT)));
        topics.add(new NewTopic(DEAD_LETTERS, 1, replicas));
        get("create topics", () -> admin.createTopics(topics).all().get());
    }

    /** The names of the topics that exist. */
    public Set<String> existing() throws IOException, InterruptedException {
        return get("list topics", () -> admin.listTopics().names().get());
    }

    /** The cleanup policy of a topic, for example {@code compact}. */
    public String cleanupPolicy(String topic) throws IOException, InterruptedException {
        var resource =
                new org.apache.kafka.common.config.ConfigResource(
                        org.apache.kafka.common.config.ConfigResource.Type.TOPIC, topic);
        return get(
                "read the configuration of " + topic,
                () ->
                        admin.describeConfigs(List.of(resource))
                                .all()
                                .get()
                                .get(resource)
                                .get(TopicConfig.CLEANUP_POLICY_CONFIG)
                                .value());
    }

    /** How many records were ever written to a topic. */
    public long written(String topic) throws IOException, InterruptedException {
        return get(
                "read the end of " + topic,
                () -> {
                    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
                    admin.describeTopics(List.of(topic))
                            .allTopicNames()
                            .get()
                            .get(topic)
                            .partitions()
                            .forEach(p -> ends.put(at(topic, p.partition()), OffsetSpec.latest()));
                    return admin.listOffsets(ends).all().get().values().stream()
                            .mapToLong(end -> end.offset())
                            .sum();
                });
    }

    /** How many records of a topic a consumer group has committed as done. */
    public long committed(String group, String topic) throws IOException, InterruptedException {
        return get(
                "read the offsets of " + group,
                () ->
                        admin
                                .listConsumerGroupOffsets(group)
                                .partitionsToOffsetAndMetadata()
                                .get()
                                .entrySet()
                                .stream()
                                .filter(entry -> entry.getKey().topic().equals(topic))
                                .filter(entry -> entry.getValue() != null)
                                .mapToLong(entry -> entry.getValue().offset())
                                .sum());
    }

    private static TopicPartition at(String topic, int partition) {
        return new TopicPartition(topic, partition);
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }

    @FunctionalInterface
    private interface Call<T> {
        T get() throws ExecutionException, InterruptedException;
    }

    private <T> T get(String what, Call<T> call) throws IOException, InterruptedException {
        try {
            return call.get();
        } catch (ExecutionException e) {
            throw new IOException(
                    "Kafka at " + bootstrap + " did not " + what + ": " + e.getCause().getMessage(),
                    e.getCause());
        } catch (KafkaException e) {
            throw new IOException(
                    "Kafka at " + bootstrap + " did not " + what + ": " + e.getMessage(), e);
        }
    }
}
