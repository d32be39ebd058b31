// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.part;

import io.talon.local.process.ChildProcess;
import io.talon.local.process.Deadline;
import io.talon.local.process.JavaCommand;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The adaptor service, with its embedded database in the work folder. */
public final class ServicePart implements Part {
    /**
     * How the service's JVM is started here and in its image: what it needs at rest stays small,
     * and threads have small stacks. Two fifths of the heap are free after a full collection: each
     * fit of an adaptor leaves its arrays behind, and with less room nearly each of them costs one.
     * A start calls very many methods a few hundred times: without the thresholds, the second
     * compiler takes as much time over them as the start itself. The loops of training, which it is
     * there for, are found by their iterations, as always.
     */
    public static final List<String> JVM_OPTIONS =
            List.of(
                    "-Xms32m",
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "-XX:MinHeapFreeRatio=40",
                    "-XX:MaxHeapFreeRatio=60",
                    "-XX:ReservedCodeCacheSize=64m",
                    "-XX:Tier4InvocationThreshold=50000",
                    "-XX:Tier4MinInvocationThreshold=6000",
                    "-XX:Tier4CompileThreshold=150000",
                    "-Xss512k",
                    "-Xshare:auto",
                    "--add-modules=jdk.incubator.vector");

    /** Classes as the build found them loaded after a start; beside the jar, if it was asked to. */
    private static final String ARCHIVE = "service.jsa";

    private static final String NAME = "service";

    private final PartContext context;
    private final int port;
    private final String kafka;
    private final String elasticsearch;
    private final DemoKeys keys = DemoKeys.create();
    private final Processes processes = new Processes();
    private final Http http = new Http(Duration.ofSeconds(5));

    /**
     * @param kafka {@code host:port} to release adaptors to
     * @param elasticsearch URL where the job's results are read
     * @throws PartFailure if the port that the user asked for is taken
     */
    public ServicePart(PartContext context, String kafka, String elasticsearch) throws IOException {
        this.context = context;
        this.kafka = kafka;
        this.elasticsearch = elasticsearch;
        this.port = context.addressPort(NAME);
    }

    /**
     * How its JVM maps the archive of its classes, which halves the time to start; nothing without
     * an archive. With one of another JVM it loads them as usual and says nothing.
     */
    public static List<String> archiveOptions(Path jar) {
        Path archive = jar.resolveSibling(ARCHIVE);
        return Files.exists(archive)
                ? List.of(
                        "-Xlog:disable",
                        "-Xlog:all=error:stderr",
                        "-XX:SharedArchiveFile=" + archive)
                : List.of();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String address() {
        return "http://127.0.0.1:" + port;
    }

    /** The throw-away keys of this run. */
    public DemoKeys keys() {
        return keys;
    }

    /**
     * Makes the key that signs this run's releases; before the first start.
     *
     * @return its public half
     */
    public Path makeReleaseKey() throws IOException {
        ReleaseKeyFiles files = ReleaseKeyFiles.in(context.folder(NAME));
        files.create();
        return files.publicKey();
    }

    @Override
    public void start(Deadline deadline) throws IOException, InterruptedException {
        ChildProcess service = processes.running(NAME, this::fork);
        URI ready = URI.create(address() + "/q/health/ready");
        Health.await(service, address(), deadline, () -> http.tryGet(ready).isPresent());
    }

    @Override
    public List<ChildProcess> running() {
        return processes.running();
    }

    @Override
    public Optional<ChildProcess> ended() {
        return processes.ended();
    }

    @Override
    public boolean survivesRestart() {
        return true;
    }

    @Override
    public void close() {
        processes.close();
    }

    private ChildProcess fork() throws IOException {
        Path folder = context.folder(NAME);
        Path jar = context.artefacts().service();
        List<String> command =
                JavaCommand.ofJar(jar)
                        .options(context.work().mark())
                        .options(JVM_OPTIONS)
                        .options(archiveOptions(jar))
                        .options(
                                "-Dquarkus.http.host=127.0.0.1",
                                "-Dquarkus.http.port=" + port,
                                "-Dtalon.database.folder=" + folder,
                                "-Dkafka.bootstrap.servers=" + kafka,
                                "-Dtalon.elasticsearch.urls=" + elasticsearch)
                        .words();
        Map<String, String> environment = keys.environment();
        return ChildProcess.fork(NAME, command, folder, environment, context.log(NAME));
    }
}
