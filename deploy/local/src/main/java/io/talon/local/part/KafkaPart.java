// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.part;

import io.talon.local.process.ChildProcess;
import io.talon.local.process.Deadline;
import io.talon.local.process.JavaCommand;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** One Kafka node that is broker and controller, reachable on the loopback address only. */
public final class KafkaPart implements Part {
    private static final String NAME = "kafka";
    private static final String FORMAT = "kafka-format";

    private final PartContext context;
    private final int port;
    private final int controllerPort;
    private final Processes processes = new Processes();

    /**
     * @throws PartFailure if the port that the user asked for is taken
     */
    public KafkaPart(PartContext context) throws IOException {
        this.context = context;
        this.port = context.addressPort(NAME);
        this.controllerPort = context.ports().free();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String address() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void start(Deadline deadline) throws IOException, InterruptedException {
        Path folder = context.folder(NAME);
        Path properties = folder.resolve("server.properties");
        if (!Files.exists(folder.resolve("data/meta.properties"))) {
            writeProperties(properties, folder.resolve("data"));
            format(properties, deadline);
        }
        ChildProcess broker =
                processes.running(
                        NAME, () -> fork(NAME, "kafka.Kafka", List.of(properties.toString())));
        Health.await(broker, address(), deadline, () -> KafkaTopics.answers(port));
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

    /** Gives the data folder its cluster id; a node without one refuses to start. */
    private void format(Path properties, Deadline deadline)
            throws IOException, InterruptedException {
        String clusterId = org.apache.kafka.common.Uuid.randomUuid().toString();
        List<String> arguments = List.of("format", "-t", clusterId, "-c", properties.toString());
        ChildProcess format =
                processes.running(FORMAT, () -> fork(FORMAT, "kafka.tools.StorageTool", arguments));
        if (format.await(deadline.left()).orElse(1) != 0) {
            throw format.isAlive()
                    ? Diagnosis.ofSilence(format, address(), deadline.elapsed().toSeconds())
                    : Diagnosis.ofEnd(format);
        }
        processes.forget(FORMAT);
    }

    private ChildProcess fork(String name, String mainClass, List<String> arguments)
            throws IOException {
        Path folder = context.folder(NAME);
        List<String> command =
                JavaCommand.ofMain(
                                folder.resolve(name + ".args"),
                                context.artefacts().kafkaClassPath(),
                                mainClass)
                        .options(context.work().mark(), "-Xmx256m")
                        .options(PartContext.QUICK_START)
                        .options(Log4j.option(context.work().path()))
                        .arguments(arguments)
                        .words();
        return ChildProcess.fork(name, command, folder, Map.of(), context.log(NAME));
    }

    private void writeProperties(Path file, Path data) throws IOException {
        Properties properties = new Properties();
        properties.putAll(
                Map.of(
                        "process.roles",
                        "broker,controller",
                        "node.id",
                        "1",
                        "controller.quorum.voters",
                        "1@127.0.0.1:" + controllerPort,
                        "controller.listener.names",
                        "CONTROLLER",
                        "inter.broker.listener.name",
                        "PLAINTEXT",
                        "advertised.listeners",
                        "PLAINTEXT://" + address(),
                        "listeners",
                        "PLAINTEXT://" + address() + ",CONTROLLER://127.0.0.1:" + controllerPort,
                        "log.dirs",
                        data.toString()));
        properties.putAll(
                Map.of(
                        "auto.create.topics.enable", "false",
                        "offsets.topic.num.partitions", "1",
                        "offsets.topic.replication.factor", "1",
                        "transaction.state.log.num.partitions", "1",
                        "transaction.state.log.replication.factor", "1",
                        "transaction.state.log.min.isr", "1",
                        "group.initial.rebalance.delay.ms", "0"));
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
    }
}
