// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.part;

import io.talon.local.process.ChildProcess;
import io.talon.local.process.Deadline;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A single Elasticsearch node without security, reachable on the loopback address only. */
public final class ElasticsearchPart implements Part {
    private static final String NAME = "elasticsearch";

    private final PartContext context;
    private final int port;
    private final Processes processes = new Processes();
    private final Http http = new Http(Duration.ofSeconds(5));
    private volatile ElasticsearchFolder folder;

    /**
     * @throws PartFailure if the port that the user asked for is taken
     */
    public ElasticsearchPart(PartContext context) throws IOException {
        this.context = context;
        this.port = context.addressPort(NAME);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String address() {
        return "http://127.0.0.1:" + port;
    }

    /** Where it keeps its data; made now, if it is not there. */
    public Path folder() throws IOException {
        return prepared().data();
    }

    @Override
    public void start(Deadline deadline) throws IOException, InterruptedException {
        ChildProcess node = processes.running(NAME, this::fork);
        URI health = URI.create(address() + "/_cluster/health");
        Health.await(node, address(), deadline, () -> http.tryGet(health).isPresent());
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

    private synchronized ElasticsearchFolder prepared() throws IOException {
        if (folder == null) {
            folder =
                    ElasticsearchFolder.prepare(
                            context.work(), context.artefacts().elasticsearch(), settings());
        }
        return folder;
    }

    private Map<String, String> settings() {
        return Map.of(
                "cluster.name", "talon-demo",
                "discovery.type", "single-node",
                "http.host", "127.0.0.1",
                "http.port", Integer.toString(port),
                "transport.host", "127.0.0.1",
                "transport.port", "0",
                "xpack.security.enabled", "false",
                // The demo watches the free space itself: on a large disk the default marks count
                // as full what is far more than a demo needs.
                "cluster.routing.allocation.disk.threshold_enabled", "false");
    }

    private ChildProcess fork() throws IOException {
        ElasticsearchFolder at = prepared();
        List<String> command = new ArrayList<>(at.user().prefix());
        command.add(at.home().resolve("bin/elasticsearch").toString());
        return ChildProcess.fork(
                NAME, command, at.home(), at.environment(context.work().mark()), context.log(NAME));
    }
}
