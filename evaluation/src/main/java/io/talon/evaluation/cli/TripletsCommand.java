// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.cli;

import io.talon.ctalvae.train.AdaptationOptions;
import io.talon.evaluation.protocol.Plan;
import io.talon.evaluation.protocol.Row;
import io.talon.evaluation.question.Networks;
import io.talon.evaluation.question.SelectionRow;
import io.talon.evaluation.report.AnswerReport;
import io.talon.evaluation.report.Results;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "triplets",
        description =
                "Where triplets come from when nobody labels: noise, tails, injected anomalies,"
                        + " clusters, beside the analyst.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class TripletsCommand implements MeasuringCommand {
    private static final String QUESTION =
            """
            Only the origin of the triplets differs. All but the analyst's read no label; the threshold is a quantile of \
            declared-benign flows for all. Without labels, what is drawn from the adaptation period may be an attack.\
            """;

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
        List<Row> rows =
                SelectionRow.all(new Networks(run.training(), AdaptationOptions.defaults()));
        Results results = Measuring.results("triplets", run, plan, pairs.tasks(plan.pairs()), rows);
        new AnswerReport(
                        "Triplets without labels",
                        Measuring.header("triplets", run, pairs.text(), plan.repetitions()),
                        QUESTION,
                        SelectionRow.usual())
                .write(run.folder("triplets"), results);
        return Measuring.finish("triplets", run, results, AnswerReport.summary(results));
    }
}
