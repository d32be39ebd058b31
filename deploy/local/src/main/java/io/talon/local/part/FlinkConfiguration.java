// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The configuration of a small Flink cluster on the loopback address.
 *
 * @param restPort serves the REST interface and the web pages
 * @param slots tasks side by side
 */
record FlinkConfiguration(int restPort, int rpcPort, int blobPort, int slots) {

    /** Agrees with the memory in {@link #taskManagerArguments}. */
    static final List<String> TASK_MANAGER_JVM =
            List.of(
                    "--add-modules=jdk.incubator.vector", // scoring is several times as fast
                    "-Xmx640m",
                    "-XX:MaxDirectMemorySize=256m",
                    "-XX:MaxMetaspaceSize=256m",
                    "-XX:+UseSerialGC");

    /**
     * What Flink's start script works out from the size of the process; a TaskManager started
     * without that script must be told each.
     *
     * @param number makes each TaskManager's name its own
     */
    static List<String> taskManagerArguments(int number) {
        return List.of(
                "-Dtaskmanager.resource-id=taskmanager-" + number,
                "-Dtaskmanager.cpu.cores=1",
                "-Dtaskmanager.memory.framework.heap.size=128m",
                "-Dtaskmanager.memory.task.heap.size=512m",
                "-Dtaskmanager.memory.framework.off-heap.size=128m",
                "-Dtaskmanager.memory.task.off-heap.size=64m",
                "-Dtaskmanager.memory.network.min=64m",
                "-Dtaskmanager.memory.network.max=64m",
                "-Dtaskmanager.memory.managed.size=0m",
                "-Dtaskmanager.memory.jvm-metaspace.size=256m",
                "-Dtaskmanager.memory.jvm-overhead.min=128m",
                "-Dtaskmanager.memory.jvm-overhead.max=128m");
    }

    /** Writes {@code config.yaml}, with more settings than its own. */
    void write(Path folder, Map<String, String> more) throws IOException {
        Map<String, String> settings = new TreeMap<>();
        settings.put("jobmanager.rpc.address", "127.0.0.1");
        settings.put("jobmanager.bind-host", "127.0.0.1");
        settings.put("jobmanager.rpc.port", Integer.toString(rpcPort));
        settings.put("blob.server.port", Integer.toString(blobPort));
        settings.put("taskmanager.host", "127.0.0.1");
        settings.put("taskmanager.bind-host", "127.0.0.1");
        settings.put("taskmanager.numberOfTaskSlots", Integer.toString(slots));
        settings.put("rest.address", "127.0.0.1");
        settings.put("rest.bind-address", "127.0.0.1");
        settings.put("rest.port", Integer.toString(restPort));
        settings.put("parallelism.default", Integer.toString(slots));
        settings.put("io.tmp.dirs", folder.resolve("tmp").toString());
        settings.put(
                "execution.checkpointing.dir", folder.resolve("checkpoints").toUri().toString());
        settings.put("metrics.fetcher.update-interval", "500ms");
        // A laptop busy with something else is no reason to give up starting.
        settings.put("pekko.ask.timeout", "60s");
        settings.put("restart-strategy.type", "fixed-delay");
        settings.put("restart-strategy.fixed-delay.attempts", "1000");
        settings.put("restart-strategy.fixed-delay.delay", "1s");
        settings.putAll(more);
        Files.createDirectories(folder.resolve("tmp"));
        Files.writeString(
                folder.resolve("config.yaml"),
                settings.entrySet().stream()
                        .map(entry -> entry.getKey() + ": '" + escaped(entry.getValue()) + "'\n")
                        .collect(Collectors.joining()));
    }

    private static String escaped(String value) {
        return value.replace("'", "''");
    }
}
