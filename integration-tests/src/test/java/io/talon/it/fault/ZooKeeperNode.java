// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.fault;

import io.talon.local.part.Artefacts;
import io.talon.local.process.ChildProcess;
import io.talon.local.process.Deadline;
import io.talon.local.process.JavaCommand;
import io.talon.local.process.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** One ZooKeeper, the one that Flink brings: without it no JobManager remembers its jobs. */
final class ZooKeeperNode implements AutoCloseable {

    private final ChildProcess process;
    private final int port;

    private ZooKeeperNode(ChildProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    static ZooKeeperNode start(Artefacts artefacts, Path folder, Ports ports)
            throws IOException, InterruptedException {
        int port = ports.free();
        Path data = Files.createDirectories(folder.resolve("zookeeper"));
        Path properties =
                Files.writeString(
                        data.resolve("zoo.cfg"),
                        """
                        tickTime=2000
                        initLimit=10
                        syncLimit=5
                        admin.enableServer=false
                        dataDir=%s
                        clientPort=%d
                        clientPortAddress=127.0.0.1
                        server.1=127.0.0.1:%d:%d
                        """
                                .formatted(data, port, ports.free(), ports.free()));
        ChildProcess process =
                ChildProcess.fork(
                        "zookeeper",
                        JavaCommand.ofMain(
                                        data.resolve("zookeeper.args"),
                                        artefacts.flinkClassPath(),
                                        "org.apache.flink.runtime.zookeeper.FlinkZooKeeperQuorumPeer")
                                .options("-Xmx64m")
                                .arguments("--zkConfigFile", properties.toString(), "--peerId", "1")
                                .words(),
                        data,
                        Map.of(),
                        data.resolve("log"));
        ZooKeeperNode node = new ZooKeeperNode(process, port);
        Optional<Boolean> up =
                Deadline.in(Duration.ofSeconds(60))
                        .await(
                                Duration.ofMillis(200),
                                () -> Ports.isFree(port) ? Optional.empty() : Optional.of(true));
        if (up.isEmpty()) {
            node.close();
            throw new IOException("ZooKeeper does not answer: " + Files.readString(process.log()));
        }
        return node;
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.stop(Duration.ofSeconds(5));
    }
}
