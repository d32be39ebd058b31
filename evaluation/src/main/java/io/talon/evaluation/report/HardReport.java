// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.report;

import io.talon.evaluation.protocol.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What attacks of ordinary flows show, site by site, as files. */
public final class HardReport {
    private static final String MEMORY = "memory";

    private final Header header;
    private final Plan plan;
    private final String ours;
    private final List<String> attacks;
    private final List<String> benign;

    /**
     * @param ours name of the row that the others are compared with
     * @param attacks names of the sets with a simulated attack
     * @param benign names of the sets with a benign event
     */
    public HardReport(
            Header header, Plan plan, String ours, List<String> attacks, List<String> benign) {
        this.header = header;
        this.plan = plan;
        this.ours = ours;
        this.attacks = List.copyOf(attacks);
        this.benign = List.copyOf(benign);
    }

    /**
     * Means over the simulated attacks, with the main number of triplets; over the spliced ones
     * where only these were measured.
     */
    public Table summary(Results results) {
        Table simulated = means(results, "simulated", attacks);
        return simulated.isEmpty() ? means(results, "spliced", spliced(results)) : simulated;
    }

    private Table means(Results results, String which, List<String> sets) {
        return MainTables.detection(
                of(results.ofK(plan.mainK()), sets),
                "Mean of the %s attacks, k = %d".formatted(which, plan.mainK()));
    }

    private boolean hasSimulated(Results results) {
        return results.pairs().stream().anyMatch(attacks::contains);
    }

    /** Sets made of real captures. */
    private List<String> spliced(Results results) {
        return results.pairs().stream()
                .filter(p -> !attacks.contains(p) && !benign.contains(p))
                .toList();
    }

    /** Writes {@code README.md}, {@code details.md} and {@code outcomes.csv} into a folder. */
    public void write(Path folder, Results results) throws IOException {
        Files.createDirectories(folder);
        Results main = results.ofK(plan.mainK());
        Map<String, List<String>> sets = sets(main);
        List<Table> tables = new ArrayList<>();
        tables.add(means(results, "simulated", attacks));
        tables.add(means(results, "spliced", spliced(results)));
        tables.add(
                RivalTable.of(
                        "Against the best simple detector, site by site",
                        main,
                        ours,
                        r -> isSimple(r) && !r.contains(MEMORY),
                        sets));
        tables.add(
                RivalTable.of(
                        "Against the best simple detector that is given the site's memory too",
                        main,
                        ours,
                        r -> isSimple(r) && r.contains(MEMORY),
                        sets));
        tables.add(benignEvents(main));
        tables.add(
                ShotCurve.of(
                        of(results, attacks),
                        "auprc",
                        "AUPRC by number of triplets, mean of the simulated attacks"));
        String text =
                tables.stream()
                        .filter(t -> !t.isEmpty())
                        .map(Table::markdown)
                        .collect(Collectors.joining());
        Files.writeString(
                folder.resolve("README.md"),
                header.markdown("Attacks made of ordinary flows")
                        + text
                        + "[Every row of every set](details.md) · [every"
                        + " repetition](outcomes.csv)\n");
        StringBuilder details =
                new StringBuilder(header.markdown("Attacks made of ordinary flows: every row"));
        for (PairTable.Measure measure : PairTable.MAIN) {
            details.append(PairTable.of(main, measure).markdown());
        }
        Files.writeString(folder.resolve("details.md"), details.toString());
        CsvFile.write(folder.resolve("outcomes.csv"), results);
        boolean simulated = hasSimulated(main);
        Pictures.bars(
                folder,
                "auprc",
                "AUPRC, mean of the %s attacks".formatted(simulated ? "simulated" : "spliced"),
                of(main, simulated ? attacks : spliced(main)),
                "auprc");
    }

    /** The means of what was measured, then every set. */
    private Map<String, List<String>> sets(Results results) {
        Map<String, List<String>> sets = new LinkedHashMap<>();
        if (hasSimulated(results)) {
            sets.put("**mean of the simulated attacks**", attacks);
        }
        if (!spliced(results).isEmpty()) {
            sets.put("**mean of the spliced attacks**", spliced(results));
        }
        results.pairs().stream()
                .filter(p -> !benign.contains(p))
                .forEach(p -> sets.put(p, List.of(p)));
        return sets;
    }

    private Table benignEvents(Results results) {
        Map<String, String> measures = new LinkedHashMap<>();
        measures.put("false_alarms", "all benign flows");
        benign.forEach(b -> measures.put("benign." + b + ".false_alarms", b));
        return MeasureTable.of("Share flagged of what is benign", of(results, benign), measures);
    }

    private boolean isSimple(String row) {
        return !row.startsWith("talon") && !row.startsWith("CTAL") && row.contains("same");
    }

    private static Results of(Results results, List<String> pairs) {
        return new Results(
                results.all().stream().filter(o -> pairs.contains(o.cell().pair())).toList());
    }
}
