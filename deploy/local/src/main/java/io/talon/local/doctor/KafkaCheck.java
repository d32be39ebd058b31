// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.doctor;

import io.talon.local.part.KafkaTopics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Whether a Kafka cluster has Talon's topics, and whether the job keeps up.
 *
 * @param bootstrap {@code host:port,…}
 * @param group under which the job reads
 */
record KafkaCheck(String bootstrap, String group) implements Check {
    private static final long MUCH = 1_000_000;
    private static final String SUBJECT = "kafka";

    @Override
    public List<Finding> look() throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        try (KafkaTopics topics = KafkaTopics.impatient(bootstrap)) {
            Set<String> existing = topics.existing();
            findings.add(Finding.ok(SUBJECT, existing.size() + " topics at " + bootstrap));
            for (String topic : KafkaTopics.ALL) {
                findings.add(
                        existing.contains(topic)
                                ? Finding.ok("topic " + topic, "exists")
                                : Finding.fail(
                                        "topic " + topic,
                                        "does not exist",
                                        "Create it: kafka-topics.sh --bootstrap-server "
                                                + bootstrap
                                                + " --create --topic "
                                                + topic
                                                + options(topic)));
            }
            if (existing.contains(KafkaTopics.CONTROL)) {
                findings.addAll(compaction(topics));
            }
            if (existing.contains(KafkaTopics.FLOWS)) {
                findings.add(lag(topics));
            }
        } catch (IOException e) {
            findings.add(
                    Finding.fail(SUBJECT, e.getMessage(), "Check the address and that it is up."));
        }
        return findings;
    }

    private static String options(String topic) {
        return topic.equals(KafkaTopics.CONTROL) ? " --config cleanup.policy=compact" : "";
    }

    private static List<Finding> compaction(KafkaTopics topics)
            throws IOException, InterruptedException {
        String policy = topics.cleanupPolicy(KafkaTopics.CONTROL);
        return policy.equals("compact")
                ? List.of()
                : List.of(
                        Finding.fail(
                                "topic " + KafkaTopics.CONTROL,
                                "its cleanup policy is "
                                        + policy
                                        + ": which adaptors run would be forgotten",
                                "Set cleanup.policy=compact on it."));
    }

    private Finding lag(KafkaTopics topics) throws IOException, InterruptedException {
        long written = topics.written(KafkaTopics.FLOWS);
        long read = topics.committed(group, KafkaTopics.FLOWS);
        String subject = "group " + group;
        if (read == 0) {
            return Finding.warn(
                    subject,
                    "has read none of %d flows".formatted(written),
                    "Is the job running, and is this its --kafka.group?");
        }
        String reason = "%d of %d flows not yet checkpointed".formatted(written - read, written);
        return written - read < MUCH
                ? Finding.ok(subject, reason)
                : Finding.warn(
                        subject,
                        reason,
                        "Raise the job's parallelism, at most to the partitions of the topic.");
    }
}
