// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.cli;

import io.talon.ctalvae.train.AdaptationOptions;
import io.talon.evaluation.latent.LatentCloud;
import io.talon.evaluation.protocol.Capture;
import io.talon.evaluation.protocol.Cell;
import io.talon.evaluation.protocol.Cells;
import io.talon.evaluation.protocol.Kind;
import io.talon.evaluation.protocol.Plan;
import io.talon.evaluation.protocol.Shots;
import io.talon.evaluation.protocol.Split;
import io.talon.evaluation.protocol.Trial;
import io.talon.evaluation.question.Network;
import io.talon.evaluation.question.Networks;
import io.talon.evaluation.report.MeasureTable;
import io.talon.evaluation.report.Page;
import io.talon.evaluation.report.Pictures;
import io.talon.evaluation.report.Results;
import io.talon.evaluation.report.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "latent",
        description =
                "Pictures of the latent space before and after a site is taught, by t-SNE, coloured"
                        + " by site and label.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class LatentCommand implements MeasuringCommand {
    private static final String NAME = "latent";
    private static final String TEXT =
            "Latent means of the source's core for up to 300 benign flows (100 with --quick) of the"
                + " source, as many of the target and as many attacks. *Before*: the target's flows"
                + " in the source's statistics, through the source's adaptors. *Statistics*: in the"
                + " target's own. *After*: through the adaptors taught with five triplets. *Mixing*"
                + " is the share of source flows among the ten nearest benign neighbours of the"
                + " target's benign flows (½: the sites lie on top of each other); *separation* the"
                + " AUROC of the distance to the nearest benign flow of the target. A picture shows"
                + " neighbours, not distances.";

    @Mixin private RunOptions run;

    @Mixin private PairOptions pairs;

    @Override
    public RunOptions options() {
        return run;
    }

    @Override
    public boolean readsCaptures() {
        return true;
    }

    @Override
    public Integer call() throws IOException {
        Plan plan = run.question();
        List<Measuring.Task> tasks =
                pairs.tasks(plan.pairs()).stream().limit(run.quick ? 1 : 6).toList();
        Path folder = run.folder(NAME);
        Files.createDirectories(folder);
        Page page =
                new Page(
                                Measuring.header(NAME, run, pairs.text(), "one draw, one seed"),
                                "The latent space before and after")
                        .say(TEXT);
        Results results =
                Measuring.cells(
                        NAME,
                        run,
                        plan + " " + tasks.size(),
                        3 * tasks.size(),
                        cells -> {
                            for (Measuring.Task task : tasks) {
                                measure(task, plan, cells, folder);
                            }
                        });
        Map<String, String> measures = new LinkedHashMap<>();
        measures.put("mixing", "mixing");
        measures.put("separation", "separation");
        Table summary = MeasureTable.of("Mean of the pairs", results, measures);
        page.show(summary);
        for (String pair : results.pairs()) {
            page.show(MeasureTable.of(pair, results.ofPair(pair), measures));
            for (String row : results.rows()) {
                String file = file(pair, row) + ".png";
                if (Files.exists(folder.resolve(file))) {
                    page.show(pair + ", " + row, file);
                }
            }
        }
        page.write(folder, results);
        return Measuring.finish(NAME, run, results, summary);
    }

    private void measure(Measuring.Task task, Plan plan, Cells cells, Path folder)
            throws IOException {
        Capture source = task.source().read();
        Capture target = task.target().read();
        Split split = Split.of(target, plan.cut(), plan.mostAttacks());
        Trial trial = new Trial(source, target, split, Shots.draw(split, plan.mainK(), 0), 0);
        Networks networks = new Networks(run.training(), AdaptationOptions.defaults());
        boolean foreign = width(source) != width(target);
        if (foreign) {
            return;
        }
        Network before = networks.atSource(trial);
        Network taught = networks.taught(trial);
        Map<String, Network> stages = new LinkedHashMap<>();
        stages.put("before", before);
        stages.put("statistics", before.at(taught.site()));
        stages.put("after", taught);
        for (Map.Entry<String, Network> stage : stages.entrySet()) {
            cells.measure(
                    new Cell(task.name(), stage.getKey(), "", plan.mainK(), 0, 0),
                    () -> {
                        LatentCloud cloud =
                                LatentCloud.of(
                                        before,
                                        source,
                                        source.indices(Kind.BENIGN),
                                        stage.getValue(),
                                        target,
                                        test(trial, Kind.BENIGN),
                                        test(trial, Kind.MALICIOUS),
                                        run.quick ? 100 : 300);
                        Pictures.points(
                                folder,
                                file(task.name(), stage.getKey()),
                                task.name() + ", " + stage.getKey(),
                                cloud.picture());
                        return Map.of("mixing", cloud.mixing(), "separation", cloud.separation());
                    });
        }
    }

    private static int[] test(Trial trial, Kind kind) {
        return IntStream.of(trial.split().test())
                .filter(i -> trial.target().flows().get(i).kind() == kind)
                .toArray();
    }

    private static int width(Capture capture) {
        return capture.flows().get(0).sequence().width();
    }

    private static String file(String pair, String stage) {
        String plain = pair.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return plain + "-" + stage;
    }
}
