// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.cli;

import io.talon.simulator.Simulation;
import io.talon.simulator.site.SiteKind;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options of {@code talon simulate}, and what it does with them. */
@Command(
        name = "talon simulate",
        mixinStandardHelpOptions = true,
        versionProvider = ModuleVersion.class,
        sortOptions = false,
        description = {
            "Writes conn.log files of made-up sites: ordinary traffic of their hosts in the rhythm"
                + " of day and week, and attacks on them. The same seed gives the same files, byte"
                + " by byte.",
            "",
            "In DIR it writes SITE/conn.log for each site, as Zeek would (TSV or JSON), and"
                    + " truth.json: every attack with its attackers, targets and the uids of its"
                    + " flows.%n"
        },
        footer = {
            "",
            "Kinds of sites:",
            "  sensors (MQTT, CoAP)   plant (Modbus/TCP)   cameras (RTSP, recorder)   office (PCs)",
            "",
            "Attacks:",
            "  all    three episodes of every family at every site; the first 15 %% of the time are"
                    + " benign",
            "  none   benign traffic only",
            "  or a list of FAMILY[@SITE][:AFTER[:FOR[:INTENSITY]]], e.g."
                    + " beaconing@office:6h:2h:0.5; families:",
            "         port-scan  host-sweep  syn-flood  udp-flood  slow-http  password-guessing",
            "         beaconing  exfiltration  modbus-write (plant only)",
            "",
            "Examples:",
            "  talon simulate --out sites",
            "  talon simulate --sites office --attacks none --duration 7d --out calm",
            "  talon simulate --sites plant,plant --seed 7 --labels --format json --out plants"
        })
final class SimulateCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(
            names = "--sites",
            split = ",",
            paramLabel = "KIND",
            defaultValue = "sensors,plant,cameras,office",
            description = "Kinds of sites; a kind may come more than once. Default: one of each.")
    private List<String> kinds;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Which sites and attacks: another number, other sites. Default:"
                            + " ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--start",
            paramLabel = "TIME",
            defaultValue = "2026-01-05T00:00:00Z",
            converter = StartConverter.class,
            description = "First moment, ISO 8601 with zone. Default: ${DEFAULT-VALUE}, a Monday.")
    private Instant start;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            defaultValue = "24h",
            converter = LengthConverter.class,
            description = "How long, e.g. 90m, 24h, 7d. Default: ${DEFAULT-VALUE}.")
    private Duration duration;

    @Option(
            names = "--attacks",
            paramLabel = "all|none|LIST",
            defaultValue = "all",
            description = "Which attacks, see below. Default: ${DEFAULT-VALUE}.")
    private String attacks;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Folder for the logs; made if absent.")
    private Path out;

    @Option(
            names = "--format",
            paramLabel = "tsv|json",
            defaultValue = "tsv",
            description = "How the logs are written. Default: ${DEFAULT-VALUE}.")
    private LogFormat format;

    @Option(
            names = "--labels",
            description =
                    "Add the columns label (Benign, Malicious) and detailedlabel (the attack's"
                            + " family).")
    private boolean labels;

    @Option(names = "--force", description = "Overwrite logs of an earlier run.")
    private boolean force;

    @Option(
            names = "--report",
            paramLabel = "table|json",
            defaultValue = "table",
            description = "What to print when done. Default: ${DEFAULT-VALUE}.")
    private ReportFormat report;

    /** How logs are written. */
    enum LogFormat {
        TSV,
        JSON
    }

    /** How the summary is printed. */
    enum ReportFormat {
        TABLE,
        JSON
    }

    @Override
    public Integer call() throws IOException {
        Simulation simulation = simulation();
        refuseToOverwrite(simulation);
        List<SiteTally> tallies = new ArrayList<>();
        SiteLog log = new SiteLog(format, labels);
        for (var site : simulation.sites()) {
            Path file = out.resolve(site.name()).resolve("conn.log");
            try (Progress progress =
                    Progress.of(site.name(), simulation, spec.commandLine().getErr())) {
                SiteTally tally = log.write(simulation, site, file, progress);
                progress.done(tally.flows() + " flows in " + file);
                tallies.add(tally);
            }
        }
        Truth truth = new Truth(simulation, tallies);
        Files.writeString(out.resolve("truth.json"), truth.json(true));
        var stdout = spec.commandLine().getOut();
        stdout.print(
                report == ReportFormat.JSON ? truth.json(false) : new ReportTable(tallies).text());
        stdout.flush();
        return 0;
    }

    private Simulation simulation() {
        List<SiteKind> wanted =
                kinds.stream()
                        .map(
                                k ->
                                        SiteKind.of(k.strip())
                                                .orElseThrow(
                                                        () ->
                                                                usage(
                                                                        "--sites: there is no kind"
                                                                                + " '"
                                                                                + k
                                                                                + "'; there are"
                                                                                + " sensors, plant,"
                                                                                + " cameras,"
                                                                                + " office")))
                        .toList();
        try {
            Simulation benign =
                    Simulation.ofKinds(wanted, seed).startingAt(start).lasting(duration);
            return AttackList.parse(attacks).addTo(benign);
        } catch (IllegalArgumentException e) {
            throw usage(e.getMessage());
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private void refuseToOverwrite(Simulation simulation) throws IOException {
        for (var site : simulation.sites()) {
            Path file = out.resolve(site.name()).resolve("conn.log");
            if (!force && Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString());
            }
        }
    }
}
