// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.cli;

import io.talon.ctalvae.model.SiteModel;
import io.talon.evaluation.drift.Change;
import io.talon.evaluation.drift.DriftTrial;
import io.talon.evaluation.drift.Follower;
import io.talon.evaluation.protocol.Cell;
import io.talon.evaluation.protocol.Cells;
import io.talon.evaluation.report.DriftReport;
import io.talon.evaluation.report.MeasureTable;
import io.talon.evaluation.report.Results;
import io.talon.simulator.site.SiteKind;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "drift",
        description =
                "Sites whose normal changes, device by device, at once or by an intruder's doing:"
                    + " how soon it is told, what it costs in false alarms, and what is learnt.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class DriftCommand implements MeasuringCommand {
    private static final String NAME = "drift";
    private static final long SEED = 51_000;

    /** Of three days; more take longer and tell no more. */
    private static final int MOST_FLOWS = 12_000;

    @Mixin private RunOptions run;

    @Option(
            names = "--change",
            split = ",",
            paramLabel = "CHANGE",
            description =
                    "What changes: ${COMPLETION-CANDIDATES} (default: each; with --quick"
                            + " stranger).")
    private List<Change> wanted;

    @Override
    public RunOptions options() {
        return run;
    }

    @Override
    public boolean readsCaptures() {
        return false;
    }

    @Override
    public Integer call() throws IOException {
        int seeds = run.seeds(2);
        List<SiteKind> kinds = List.of(SiteKind.CAMERAS);
        List<Change> changes =
                wanted != null
                        ? wanted
                        : run.quick ? List.of(Change.STRANGER) : List.of(Change.values());
        List<Follower> followers =
                run.quick
                        ? List.of(
                                Follower.FROZEN,
                                Follower.EVERYTHING,
                                Follower.FROM_STRANGERS,
                                Follower.THREE_CLOCKS)
                        : List.of(Follower.values());
        int count = seeds * kinds.size() * changes.size() * followers.size();
        Results results =
                Measuring.cells(
                        NAME,
                        run,
                        SiteModel.base().modelSha256() + run.quick + seeds,
                        count,
                        cells -> {
                            for (int seed = 0; seed < seeds; seed++) {
                                for (SiteKind kind : kinds) {
                                    for (Change change : changes) {
                                        measure(cells, kind, change, seed, followers);
                                    }
                                }
                            }
                        });
        new DriftReport(
                        Measuring.header(
                                NAME,
                                run,
                                text(),
                                seeds + " seeds × " + kinds.size() + " kinds of site"))
                .write(run.folder(NAME), results);
        return Measuring.finish(
                NAME,
                run,
                results,
                MeasureTable.of("Mean over changes and sites", results, DriftReport.MEASURES));
    }

    private String text() {
        return wanted == null
                ? ""
                : wanted.stream()
                        .map(Change::label)
                        .collect(Collectors.joining(",", " --change ", ""));
    }

    private void measure(
            Cells cells, SiteKind kind, Change change, int seed, List<Follower> followers)
            throws IOException {
        DriftTrial[] trial = new DriftTrial[1];
        int most = run.quick ? 2_000 : MOST_FLOWS;
        for (Follower follower : followers) {
            cells.measure(
                    new Cell(change.label(), follower.label(), "", 0, kind.ordinal(), seed),
                    () -> {
                        if (trial[0] == null) {
                            trial[0] = new DriftTrial(kind, SEED + seed, change, most);
                        }
                        return trial[0].follow(follower);
                    });
        }
    }
}
