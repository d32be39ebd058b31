// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.stream;

import io.talon.local.part.Artefacts;
import io.talon.local.part.KafkaPart;
import io.talon.local.part.PartContext;
import io.talon.local.process.Deadline;
import io.talon.local.process.Ports;
import io.talon.local.process.WorkFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A Kafka broker of this run's own, with the flows of one plan on it. */
final class BenchKafka implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(2);

    private final WorkFolder work;
    private final KafkaPart part;

    private BenchKafka(WorkFolder work, KafkaPart part) {
        this.work = work;
        this.part = part;
    }

    /** Starts it. */
    static BenchKafka start(Path home, Path folder) throws IOException, InterruptedException {
        WorkFolder work = WorkFolder.create(folder, false);
        KafkaPart part =
                new KafkaPart(new PartContext(new Artefacts(home), work, new Ports(), Map.of()));
        part.start(Deadline.in(START));
        return new BenchKafka(work, part);
    }

    /** {@code host:port}. */
    String address() {
        return part.address();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        part.close();
        work.clear(Duration.ZERO);
    }
}
