// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.stream;

import io.talon.dashboards.TemplateInstaller;
import io.talon.local.part.Artefacts;
import io.talon.local.part.ElasticsearchPart;
import io.talon.local.part.FlinkPart;
import io.talon.local.part.KafkaPart;
import io.talon.local.part.Part;
import io.talon.local.part.PartContext;
import io.talon.local.process.Deadline;
import io.talon.local.process.Ports;
import io.talon.local.process.Watchdog;
import io.talon.local.process.WorkFolder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Kafka, Flink and Elasticsearch of this run's own, as processes; each starts when asked for, and
 * none outlives this one, however it ends.
 */
final class BenchParts implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);

    private final Artefacts artefacts;
    private final WorkFolder work;
    private final Watchdog watchdog;
    private final KafkaPart kafka;
    private final ElasticsearchPart elasticsearch;
    private final FlinkPart flink;

    BenchParts(Path home, Path folder) throws IOException, InterruptedException {
        artefacts = new Artefacts(home);
        work = WorkFolder.create(folder, false);
        watchdog = Watchdog.start(work);
        PartContext context = new PartContext(artefacts, work, new Ports(), Map.of());
        kafka = new KafkaPart(context);
        elasticsearch = new ElasticsearchPart(context);
        flink = new FlinkPart(context);
    }

    /** Starts a broker; {@code host:port}. */
    String kafka() throws IOException, InterruptedException {
        kafka.start(Deadline.in(START));
        return kafka.address();
    }

    /** Starts a node with Talon's templates; its address. */
    URI elasticsearch() throws IOException, InterruptedException {
        elasticsearch.start(Deadline.in(START));
        URI address = URI.create(elasticsearch.address());
        new TemplateInstaller(address, Optional.empty()).install();
        return address;
    }

    /** Starts a JobManager and a TaskManager; the address of the REST interface. */
    String flink() throws IOException, InterruptedException {
        flink.start(Deadline.in(START));
        return flink.address();
    }

    /** The job as it is submitted. */
    Path jobJar() throws IOException {
        return artefacts.jobJar();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        for (Part part : new Part[] {flink, elasticsearch, kafka}) {
            part.close();
        }
        work.clear(Duration.ZERO);
        watchdog.close();
    }
}
