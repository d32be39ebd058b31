// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.part;

import io.talon.local.process.ChildProcess;
import io.talon.local.process.Deadline;
import io.talon.local.process.JavaCommand;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Flink session cluster: one JobManager and one TaskManager, each a process, as in production. A
 * TaskManager that ends is replaced, and the job carries on from its last checkpoint.
 */
public final class FlinkPart implements Part {
    private static final String NAME = "flink";
    private static final String JOB_MANAGER = "flink-jobmanager";
    private static final String TASK_MANAGER = "flink-taskmanager";
    private static final String PACKAGE = "org.apache.flink.runtime.";
    private static final List<String> JOB_MANAGER_JVM = jobManagerJvm();

    /** What Flink's own start script opens on JDK 17 and newer. */
    private static final List<String> OPENED =
            List.of(
                    "java.lang",
                    "java.lang.reflect",
                    "java.io",
                    "java.net",
                    "java.nio",
                    "java.text",
                    "java.time",
                    "java.util",
                    "java.util.concurrent",
                    "java.util.concurrent.atomic",
                    "java.util.concurrent.locks",
                    "sun.nio.ch");

    private final PartContext context;
    private final FlinkConfiguration configuration;
    private final Map<String, String> settings;
    private final Processes processes = new Processes();
    private final Http http = new Http(Duration.ofSeconds(5));
    private int taskManagers;

    /**
     * @throws PartFailure if the port that the user asked for is taken
     */
    public FlinkPart(PartContext context) throws IOException {
        this(context, Map.of());
    }

    /**
     * @param settings added to {@code config.yaml}, for example those of high availability
     * @throws PartFailure if the port that the user asked for is taken
     */
    public FlinkPart(PartContext context, Map<String, String> settings) throws IOException {
        this.context = context;
        this.settings = Map.copyOf(settings);
        this.configuration =
                new FlinkConfiguration(
                        context.addressPort(NAME),
                        context.ports().free(),
                        context.ports().free(),
                        slots());
    }

    /** How many tasks run side by side. */
    public static int slots() {
        return Math.min(4, Math.max(1, Runtime.getRuntime().availableProcessors()));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String address() {
        return "http://127.0.0.1:" + configuration.restPort();
    }

    @Override
    public void start(Deadline deadline) throws IOException, InterruptedException {
        Path folder = context.folder(NAME);
        configuration.write(folder, settings);
        ChildProcess jobManager =
                processes.running(
                        JOB_MANAGER,
                        () ->
                                fork(
                                        JOB_MANAGER,
                                        "entrypoint.StandaloneSessionClusterEntrypoint",
                                        JOB_MANAGER_JVM,
                                        List.of()));
        ChildProcess taskManager = processes.running(TASK_MANAGER, this::forkTaskManager);
        Health.await(jobManager, address(), deadline, () -> hasFreeSlots(taskManager));
    }

    private ChildProcess forkTaskManager() throws IOException {
        return fork(
                TASK_MANAGER,
                "taskexecutor.TaskManagerRunner",
                FlinkConfiguration.TASK_MANAGER_JVM,
                FlinkConfiguration.taskManagerArguments(++taskManagers));
    }

    /** It starts, plans one job and then idles. */
    private static List<String> jobManagerJvm() {
        List<String> options = new ArrayList<>(PartContext.QUICK_START);
        options.addAll(List.of("-Xmx512m", "-XX:MaxMetaspaceSize=256m"));
        return List.copyOf(options);
    }

    private boolean hasFreeSlots(ChildProcess taskManager)
            throws IOException, InterruptedException {
        if (!taskManager.isAlive()) {
            throw Diagnosis.ofEnd(taskManager);
        }
        return http.tryGet(URI.create(address() + "/overview"))
                .map(overview -> overview.path("slots-total").asInt() >= slots())
                .orElse(false);
    }

    @Override
    public List<ChildProcess> running() {
        return processes.running();
    }

    @Override
    public Optional<ChildProcess> ended() {
        return processes.ended();
    }

    /** Only without its JobManager, which alone knows of the job, all is lost. */
    @Override
    public boolean survivesRestart() {
        return ended().map(ended -> ended.name().equals(TASK_MANAGER)).orElse(true);
    }

    @Override
    public void close() {
        processes.close();
    }

    private ChildProcess fork(
            String name, String mainClass, List<String> options, List<String> arguments)
            throws IOException {
        Path folder = context.folder(NAME);
        List<String> open = new ArrayList<>();
        OPENED.forEach(pkg -> open.add("--add-opens=java.base/" + pkg + "=ALL-UNNAMED"));
        List<String> command =
                JavaCommand.ofMain(
                                folder.resolve(name + ".args"),
                                context.artefacts().flinkClassPath(),
                                PACKAGE + mainClass)
                        .options(context.work().mark())
                        .options(options)
                        .options(open)
                        .options(Log4j.option(context.work().path()))
                        .arguments("--configDir", folder.toString())
                        .arguments(arguments)
                        .words();
        return ChildProcess.fork(name, command, folder, Map.of(), context.log(name));
    }
}
