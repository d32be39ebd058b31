// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.talon.it.postgres.PostgresNode;
import io.talon.local.part.Artefacts;
import io.talon.local.part.KafkaPart;
import io.talon.local.part.KafkaTopics;
import io.talon.local.part.PartContext;
import io.talon.local.process.Deadline;
import io.talon.local.process.Ports;
import io.talon.local.process.WorkFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two replicas of the service on one PostgreSQL, started by their image's entrypoint, with the
 * secrets and settings of Compose. While suppressions are made without a pause, each replica, Kafka
 * and PostgreSQL are restarted. What was acknowledged is in the database and in Kafka, and nobody
 * waited for a replica that was being restarted.
 */
@Tag("long")
class ServiceRestartIT {
    private static final Duration START = Duration.ofMinutes(5);

    @TempDir Path folder;

    @Test
    void aRollingRestartLosesNothingThatWasAcknowledged() throws Exception {
        assumeThat(PostgresNode.isInstalled()).as("PostgreSQL as Debian installs it").isTrue();
        WorkFolder work = WorkFolder.create(folder, false);
        PartContext context =
                new PartContext(new Artefacts(Entrypoint.ROOT), work, new Ports(), Map.of());
        Secrets secrets = Secrets.make(work.path().resolve("secrets"));
        try (KafkaPart kafka = new KafkaPart(context);
                PostgresNode database =
                        new PostgresNode("talon", secrets.read("postgres-password"))) {
            kafka.start(Deadline.in(START));
            try (KafkaTopics topics = new KafkaTopics(kafka.address())) {
                topics.createAll(1);
            }
            try (ServiceReplicas service =
                    ServiceReplicas.start(work.path(), database, kafka.address(), secrets)) {
                service.awaitHealthy();
                restartEach(service, kafka, database, secrets);
            }
        } finally {
            work.clear(Duration.ofSeconds(5));
        }
    }

    private static void restartEach(
            ServiceReplicas service, KafkaPart kafka, PostgresNode database, Secrets secrets)
            throws Exception {
        try (ServiceLoad load = ServiceLoad.start(service, kafka.address(), secrets)) {
            load.awaitProgress();
            for (Entrypoint replica : service.processes()) {
                replica.restart();
                load.awaitProgress();
            }
            assertThat(load.unanswered()).as("one replica always answers").isZero();
            kafka.running().forEach(process -> process.stop(Duration.ofMinutes(1)));
            load.awaitProgress();
            kafka.start(Deadline.in(START));
            database.restart();
            load.awaitProgress();
            load.assertNothingIsLost();
        }
    }
}
