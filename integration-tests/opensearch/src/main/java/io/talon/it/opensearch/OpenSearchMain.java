// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.opensearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.transport.Netty4Plugin;

/**
 * One OpenSearch node on the loopback address, out of the server's own jars: arguments are its
 * folder and its HTTP port. It has no plugin but the one that speaks HTTP: no ingest processors, no
 * index state management, no security. Runs until it is killed.
 */
public final class OpenSearchMain {
    private OpenSearchMain() {}

    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]).toAbsolutePath();
        Settings settings =
                Settings.builder()
                        .put("path.home", home)
                        .put("path.data", home.resolve("data"))
                        .put("cluster.name", "talon-test")
                        .put("node.name", "one")
                        .put("discovery.type", "single-node")
                        .put("http.type", "netty4")
                        .put("http.host", "127.0.0.1")
                        .put("http.port", arguments[1])
                        .put("transport.type", "netty4")
                        .put("transport.host", "127.0.0.1")
                        .put("transport.port", "0")
                        .put("cluster.routing.allocation.disk.threshold_enabled", false)
                        .build();
        Environment environment =
                InternalSettingsPreparer.prepareEnvironment(
                        settings, Map.of(), home.resolve("config"), () -> "one");
        Node node = new Bare(environment);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node)));
        node.start();
        new CountDownLatch(1).await();
    }

    private static void close(Node node) {
        try {
            node.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With plugins from the class path: there is no folder of them. */
    private static final class Bare extends Node {
        Bare(Environment environment) {
            super(environment, List.of(Netty4Plugin.class), false);
        }
    }
}
