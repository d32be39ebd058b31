// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.talon.local.part.Artefacts;
import io.talon.local.process.ChildProcess;
import io.talon.local.process.JavaCommand;
import io.talon.local.process.LogTail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A simulated site's flows with their truth, divided: what it is taught from, what it is tried on.
 */
final class SimulatedLog {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BENIGN = 600;
    private static final int TRIED = 600;
    private static final int ATTACKS = 300;

    /** A flow as its line, and the attack that it is of; empty for none. */
    record Line(String uid, double end, String json, String attack) {}

    private final List<Line> benign = new ArrayList<>();
    private final List<Line> attacks = new ArrayList<>();
    private final List<Line> tried = new ArrayList<>();

    private SimulatedLog() {}

    /** Simulates eight hours with every attack; the first half is for teaching. */
    static SimulatedLog of(Artefacts built, String site, Path folder) throws Exception {
        Path out = folder.resolve("simulated");
        run(
                folder,
                "simulate",
                built.simulatorCommands(),
                "io.talon.simulator.cli.SimulateMain",
                List.of(
                        "simulate",
                        "--sites",
                        site,
                        "--seed",
                        "7",
                        "--duration",
                        "8h",
                        "--attacks",
                        "all",
                        "--format",
                        "json",
                        "--out",
                        out.toString()));
        Map<String, String> truth = truth(JSON.readTree(out.resolve("truth.json").toFile()));
        List<Line> all = new ArrayList<>();
        for (String line : Files.readAllLines(out.resolve(site).resolve("conn.log"))) {
            JsonNode flow = JSON.readTree(line);
            String uid = flow.path("uid").asText();
            double end = flow.path("ts").asDouble() + flow.path("duration").asDouble();
            all.add(new Line(uid, end, line, truth.getOrDefault(uid, "")));
        }
        all.sort(Comparator.comparingDouble(Line::end).thenComparing(Line::uid));
        return divided(all);
    }

    private static SimulatedLog divided(List<Line> all) {
        SimulatedLog log = new SimulatedLog();
        double middle = (all.get(0).end() + all.get(all.size() - 1).end()) / 2;
        List<Line> later = new ArrayList<>();
        for (Line line : all) {
            if (line.end() >= middle) {
                later.add(line);
            } else {
                (line.attack().isEmpty() ? log.benign : log.attacks).add(line);
            }
        }
        keepLast(log.benign, BENIGN);
        log.tried.addAll(spread(later.stream().filter(l -> l.attack().isEmpty()).toList(), TRIED));
        log.tried.addAll(
                spread(later.stream().filter(l -> !l.attack().isEmpty()).toList(), ATTACKS));
        return log;
    }

    private static void keepLast(List<Line> lines, int most) {
        lines.subList(0, Math.max(0, lines.size() - most)).clear();
    }

    /** Every so manieth, at most so many. */
    private static List<Line> spread(List<Line> lines, int most) {
        int every = Math.max(1, (lines.size() + most - 1) / most);
        List<Line> some = new ArrayList<>();
        for (int i = 0; i < lines.size(); i += every) {
            some.add(lines.get(i));
        }
        return some;
    }

    /** Declared benign, in the order of time. */
    List<Line> benign() {
        return benign;
    }

    /** One flow of each attack of the first half: negatives. */
    List<Line> negatives(int most) {
        Map<String, Line> one = new LinkedHashMap<>();
        for (Line line : attacks) {
            one.put(line.attack(), line);
        }
        return one.values().stream().limit(most).toList();
    }

    /** All flows of the first half's attacks. */
    List<Line> attacks() {
        return attacks;
    }

    /** Flows of the second half, benign and not. */
    List<Line> tried() {
        return tried;
    }

    static String text(List<Line> lines) {
        StringBuilder text = new StringBuilder();
        lines.stream()
                .sorted(Comparator.comparingDouble(Line::end))
                .forEach(line -> text.append(line.json()).append('\n'));
        return text.toString();
    }

    private static Map<String, String> truth(JsonNode truth) {
        Map<String, String> attack = new LinkedHashMap<>();
        for (JsonNode site : truth.path("sites")) {
            for (JsonNode episode : site.path("episodes")) {
                for (JsonNode uid : episode.path("uids")) {
                    attack.put(uid.asText(), episode.path("family").asText());
                }
            }
        }
        return attack;
    }

    /** Runs one of Talon's commands to its good end. */
    static void run(Path folder, String name, String classPath, String main, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command =
                JavaCommand.ofMain(folder.resolve(name + ".args"), classPath, main)
                        .options(
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "--add-modules=jdk.incubator.vector")
                        .arguments(arguments)
                        .words();
        Path log = folder.resolve(name + ".log");
        ChildProcess child = ChildProcess.fork(name, command, folder, Map.of(), log);
        try {
            int code = child.await(Duration.ofMinutes(5)).orElse(-1);
            if (code != 0) {
                throw new IOException(name + " failed:\n" + String.join("\n", LogTail.of(log, 20)));
            }
        } finally {
            child.stop(Duration.ZERO);
        }
    }
}
