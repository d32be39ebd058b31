// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.local.part.Artefacts;
import io.talon.local.part.ElasticsearchPart;
import io.talon.local.part.FlinkPart;
import io.talon.local.part.KafkaPart;
import io.talon.local.part.KafkaTopics;
import io.talon.local.part.Part;
import io.talon.local.part.PartContext;
import io.talon.local.process.Deadline;
import io.talon.local.process.Ports;
import io.talon.local.process.WorkFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each real part alone: it starts, does its work, and leaves nothing when it stops. */
class PartsIT {
    private static final Artefacts BUILT =
            new Artefacts(Path.of("..").toAbsolutePath().normalize());

    @TempDir Path folder;

    private WorkFolder work;
    private PartContext context;

    @BeforeEach
    void makeWorkFolder() throws Exception {
        work = WorkFolder.create(folder, false);
        context = new PartContext(BUILT, work, new Ports(), Map.of());
    }

    @AfterEach
    void leavesNothing() throws Exception {
        work.clear(Duration.ZERO);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void elasticsearch() throws Exception {
        try (Part part = new ElasticsearchPart(context)) {
            part.start(Deadline.in(Duration.ofSeconds(90)));
        }
    }

    @Test
    void kafka() throws Exception {
        try (Part part = new KafkaPart(context)) {
            part.start(Deadline.in(Duration.ofSeconds(90)));
            try (KafkaTopics topics = new KafkaTopics(part.address())) {
                topics.createAll(2);
                assertThat(topics.existing()).containsAll(KafkaTopics.ALL);
                assertThat(topics.cleanupPolicy(KafkaTopics.CONTROL)).isEqualTo("compact");
                assertThat(topics.written(KafkaTopics.FLOWS)).isZero();
            }
        }
    }

    @Test
    void flink() throws Exception {
        try (Part part = new FlinkPart(context)) {
            part.start(Deadline.in(Duration.ofSeconds(90)));
        }
    }
}
