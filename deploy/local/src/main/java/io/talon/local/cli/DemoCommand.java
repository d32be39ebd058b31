// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.cli;

import io.talon.local.demo.DemoOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options of {@code talon demo}. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs all of Talon on this machine: Elasticsearch, Kafka, Flink and the adaptor"
                + " service, each a real one, reachable from this machine only. Sends flows through"
                + " and prints what was unusual.",
            "",
            "Needs about 3 GB of memory and 1 GB of disk. Nothing of it is left afterwards.%n"
        },
        footer = {
            "",
            "Exit: 0 if all went well (Ctrl-C included: 130), 1 if not, 2 wrong usage.",
            "",
            "Examples:",
            "  talon demo",
            "  talon demo --input /opt/zeek/logs/current/conn.log --exit",
            "  talon demo --port elasticsearch=9200 --port flink=8081",
            "  talon demo --detach --format json > demo.json    # and later: talon demo --stop"
        })
final class DemoCommand implements Callable<Integer> {
    private static final List<String> PARTS = List.of("elasticsearch", "kafka", "flink", "service");

    @Spec private CommandSpec spec;

    @Option(
            names = "--input",
            paramLabel = "FILE",
            description =
                    "A conn.log to replay, its times moved to now. Default: two made-up sites.")
    private Path input;

    @Option(names = "--exit", description = "Stop after the summary; otherwise stay until Ctrl-C.")
    private boolean exit;

    @Option(
            names = "--keep",
            description = "Leave data and logs in .talon/demo-…; otherwise they are deleted.")
    private boolean keep;

    @Option(
            names = "--port",
            paramLabel = "PART=PORT",
            description =
                    "Where elasticsearch, kafka, flink or service listens. Default: free ports.")
    private Map<String, Integer> ports = new LinkedHashMap<>();

    @Option(
            names = "--start-timeout",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description = "How long each part may take to answer. Default: ${DEFAULT-VALUE}.")
    private int startTimeoutSeconds;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description =
                    "text, or json: one document with all addresses and throw-away keys instead of"
                            + " the summary. Default: ${DEFAULT-VALUE}.")
    private DemoFormat format;

    @Option(
            names = "--detach",
            description = "Return once everything is healthy; it goes on in the background.")
    private boolean detach;

    @Option(names = "--stop", description = "End the demo that goes on in the background.")
    private boolean stop;

    @Option(names = "--ready", hidden = true, description = "Gets the document when healthy.")
    private Path ready;

    @Override
    public Integer call() throws Exception {
        check();
        if (stop) {
            return new DetachedDemo(TalonHome.find()).stop(System.err);
        }
        if (detach) {
            return new DetachedDemo(TalonHome.find())
                    .start(forwarded(), format == DemoFormat.json, System.out, System.err);
        }
        return new DemoRun(
                        TalonHome.find(),
                        new DemoOptions(
                                Optional.ofNullable(input),
                                exit,
                                keep,
                                ports,
                                Duration.ofSeconds(startTimeoutSeconds),
                                format == DemoFormat.json,
                                Optional.ofNullable(ready)))
                .call();
    }

    /** What the background process is told; it runs until it is stopped. */
    private List<String> forwarded() {
        List<String> arguments = new ArrayList<>();
        if (input != null) {
            arguments.addAll(List.of("--input", input.toAbsolutePath().toString()));
        }
        if (keep) {
            arguments.add("--keep");
        }
        ports.forEach((part, port) -> arguments.addAll(List.of("--port", part + "=" + port)));
        arguments.addAll(List.of("--start-timeout", Integer.toString(startTimeoutSeconds)));
        return arguments;
    }

    private void check() {
        if (detach && (exit || stop) || stop && exit) {
            throw usage("--detach, --stop and --exit exclude each other");
        }
        for (Map.Entry<String, Integer> port : ports.entrySet()) {
            if (!PARTS.contains(port.getKey())) {
                throw usage(
                        "--port: there is no part '%s'; there are %s"
                                .formatted(port.getKey(), String.join(", ", PARTS)));
            }
            if (port.getValue() < 1 || port.getValue() > 65535) {
                throw usage(
                        "--port %s=%d: a port is 1 to 65535"
                                .formatted(port.getKey(), port.getValue()));
            }
        }
        if (startTimeoutSeconds < 1) {
            throw usage("--start-timeout must be at least 1 s");
        }
        if (input != null && !Files.isReadable(input)) {
            throw usage("--input: there is no readable file " + input);
        }
    }

    private ParameterException usage(String problem) {
        return new ParameterException(spec.commandLine(), problem);
    }
}
