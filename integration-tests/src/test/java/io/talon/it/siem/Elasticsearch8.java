// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.siem;

import io.talon.local.part.Artefacts;
import io.talon.local.part.ElasticsearchPart;
import io.talon.local.part.PartContext;
import io.talon.local.process.Deadline;
import io.talon.local.process.Ports;
import io.talon.local.process.WorkFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** An Elasticsearch 8.x without any optional module, so the least there can be. */
final class Elasticsearch8 implements RealElasticsearch {
    private final Path folder;
    private final WorkFolder work;
    private final ElasticsearchPart part;

    /** The one of the demo. */
    Elasticsearch8() throws IOException, InterruptedException {
        this(Path.of(".."));
    }

    private Elasticsearch8(Path project) throws IOException, InterruptedException {
        Artefacts built = new Artefacts(project.toAbsolutePath().normalize());
        folder = Files.createTempDirectory("talon-siem");
        work = WorkFolder.create(folder, false);
        part = new ElasticsearchPart(new PartContext(built, work, new Ports(), Map.of()));
        part.start(Deadline.in(Duration.ofMinutes(3)));
    }

    /** One that Talon does not support any more. */
    static Elasticsearch8 older() throws IOException, InterruptedException {
        return new Elasticsearch8(Path.of("target/older"));
    }

    @Override
    public URI url() {
        return URI.create(part.address());
    }

    @Override
    public void close() {
        part.close();
        try {
            work.clear(Duration.ZERO);
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
