// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.cli;

import io.talon.evaluation.ctal.CtalRows;
import io.talon.evaluation.detector.RandomCuts;
import io.talon.evaluation.hard.Event;
import io.talon.evaluation.hard.HardSite;
import io.talon.evaluation.hard.Spliced;
import io.talon.evaluation.protocol.Capture;
import io.talon.evaluation.protocol.DataFolder;
import io.talon.evaluation.protocol.Plan;
import io.talon.evaluation.protocol.Row;
import io.talon.evaluation.protocol.Rows;
import io.talon.evaluation.report.Figures;
import io.talon.evaluation.report.HardReport;
import io.talon.evaluation.report.Header;
import io.talon.evaluation.report.Results;
import io.talon.simulator.site.SiteKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "hard",
        description =
                "Simulated sites with attacks whose single flows are copies of the site's own: only"
                        + " rhythm, order or place gives them away; and, where they are at hand,"
                        + " real captures with attacks spliced in.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class HardCommand implements Callable<Integer> {
    /** Sites that the shipped model was not trained on. */
    private static final long SOURCE_SEED = 900_001;

    /** Takes long; a run of every row has it. */
    private static final String SLOW = new RandomCuts().label();

    @Mixin private RunOptions run;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:TALON_DATA:-../shared/data}",
            description =
                    "Folder of the real captures, for the sets with attacks spliced in (default:"
                            + " $TALON_DATA, else ../shared/data).")
    private Path data;

    @Option(
            names = "--sites",
            paramLabel = "N",
            description =
                    "Sites per set, each with its own draw of triplets; intervals are over sites"
                            + " (default: 5; 2 with --quick).")
    private Integer sites;

    @Option(
            names = "--site-seed",
            paramLabel = "SEED",
            defaultValue = "900100",
            description = "Seed of the first site (default: ${DEFAULT-VALUE}).")
    private long siteSeed;

    @Option(
            names = "--event",
            split = ",",
            paramLabel = "EVENT",
            description =
                    "Only these simulated sets: ${COMPLETION-CANDIDATES} (default: each; with"
                            + " --quick those with an attack).")
    private List<Event> wanted;

    @Option(
            names = "--spliced",
            description =
                    "The sets with real attacks spliced in, too, where --quick or --event leaves"
                            + " them out.")
    private boolean splice;

    @Option(
            names = "--every-row",
            description =
                    "The rows too that learn from the source, Random Cut Forest, the paper's"
                            + " baselines and the variants of CTAL-VAE: hours.")
    private boolean everyRow;

    @Option(
            names = "--row",
            paramLabel = "TEXT",
            description =
                    "Of every row only those with one of these in the name, e.g."
                            + " \"Random Cut Forest\".")
    private List<String> named;

    private final Map<SiteKind, Capture> sources = new EnumMap<>(SiteKind.class);

    @Override
    public Integer call() throws IOException {
        Plan plan = run.applied(Plan.HARD);
        List<Row> rows = rows();
        int many = sites != null ? sites : run.quick ? 2 : 5;
        List<Measuring.Task> tasks = new ArrayList<>();
        for (int site = 0; site < many; site++) {
            tasks.addAll(simulated(site));
        }
        DataFolder captures = new DataFolder(data);
        boolean withSpliced = splice || !run.quick && wanted == null;
        if (withSpliced && !captures.exists()) {
            System.err.println(data + ": no captures there, the spliced sets are left out");
        } else if (withSpliced) {
            for (int site = 0; site < many; site++) {
                tasks.addAll(spliced(captures, site));
            }
        }
        Results results = Measuring.results("hard", run, plan, tasks, rows);
        Header header =
                Measuring.header(
                        "hard",
                        run,
                        text(),
                        many + " sites from seed " + siteSeed + " on, one draw of triplets each");
        HardReport report =
                new HardReport(header, plan, Measuring.OURS, labels(true), labels(false));
        report.write(run.folder("hard"), results);
        return Measuring.finish("hard", run, results, report.summary(results));
    }

    private String text() {
        return (sites == null ? "" : " --sites " + sites)
                + (wanted == null
                        ? ""
                        : wanted.stream()
                                .map(e -> e.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(",", " --event ", "")))
                + (splice ? " --spliced" : "")
                + (siteSeed == 900_100 ? "" : " --site-seed " + siteSeed)
                + (everyRow ? " --every-row" : "")
                + (named == null
                        ? ""
                        : named.stream()
                                .map(n -> " --row \"" + n + "\"")
                                .collect(Collectors.joining()));
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        if (everyRow || named != null) {
            rows.addAll(Rows.rivals());
            rows.addAll(CtalRows.all());
        } else {
            rows.addAll(run.quick ? Rows.fast() : Rows.simple());
            rows.addAll(CtalRows.taught());
            rows.removeIf(row -> row.detector().equals(SLOW));
        }
        return named == null ? rows : named(rows);
    }

    private List<Row> named(List<Row> rows) {
        for (String text : named) {
            if (rows.stream().noneMatch(row -> row.label().contains(text))) {
                throw new IllegalArgumentException(
                        "--row "
                                + text
                                + " is in the name of none of the rows: "
                                + rows.stream().map(Row::label).collect(Collectors.joining("; ")));
            }
        }
        return rows.stream().filter(r -> named.stream().anyMatch(r.label()::contains)).toList();
    }

    private List<Measuring.Task> simulated(int site) {
        Map<SiteKind, HardSite> of = new EnumMap<>(SiteKind.class);
        List<Measuring.Task> tasks = new ArrayList<>();
        for (Event event : Event.values()) {
            if (wanted == null ? !run.quick || event.isAttack() : wanted.contains(event)) {
                tasks.add(
                        new Measuring.Task(
                                event.label(),
                                () -> source(event.kind()),
                                () ->
                                        of.computeIfAbsent(
                                                        event.kind(),
                                                        k -> HardSite.of(k, siteSeed + site))
                                                .with(event),
                                OptionalInt.of(site)));
            }
        }
        return tasks;
    }

    private Capture source(SiteKind kind) {
        return sources.computeIfAbsent(kind, k -> HardSite.of(k, SOURCE_SEED).ordinary());
    }

    private static List<Measuring.Task> spliced(DataFolder captures, int site) {
        List<Measuring.Task> tasks = new ArrayList<>();
        for (double share : new double[] {0.01, 0.001}) {
            tasks.add(spliced(captures, site, share, "ctu-normal-42", "iot23-34-1"));
            tasks.add(spliced(captures, site, share, "iot23-34-1", "ctu-normal-40"));
        }
        return tasks;
    }

    private static Measuring.Task spliced(
            DataFolder captures, int site, double share, String benign, String attacks) {
        String name = Figures.percent(share) + " of " + attacks + " in " + benign;
        return new Measuring.Task(
                name,
                () -> captures.read("iot23-4-1"),
                () ->
                        Spliced.of(
                                name, captures.conns(benign), captures.conns(attacks), share, site),
                OptionalInt.of(site));
    }

    private static List<String> labels(boolean attacks) {
        return Arrays.stream(Event.values())
                .filter(e -> e.isAttack() == attacks)
                .map(Event::label)
                .toList();
    }
}
