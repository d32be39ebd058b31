// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.cli;

import io.talon.ctalvae.train.AdaptationOptions;
import io.talon.evaluation.protocol.Plan;
import io.talon.evaluation.protocol.Row;
import io.talon.evaluation.question.AdaptorRow;
import io.talon.evaluation.question.Networks;
import io.talon.evaluation.report.AnswerReport;
import io.talon.evaluation.report.Results;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "adaptors",
        description =
                "Which adaptors: none, input, output or both; affine, low rank or full; where they"
                        + " start; whether the core moves.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class AdaptorsCommand implements MeasuringCommand {
    private static final String QUESTION =
            """
            One change at a time from what ships: both adaptors, full, starting at the source's, core frozen. All rows have \
            the same triplets, declared-benign flows, statistics of the target, score and threshold rule.\
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
        List<Row> rows = AdaptorRow.all(new Networks(run.training(), AdaptationOptions.defaults()));
        Results results = Measuring.results("adaptors", run, plan, pairs.tasks(plan.pairs()), rows);
        new AnswerReport(
                        "Which adaptors",
                        Measuring.header("adaptors", run, pairs.text(), plan.repetitions()),
                        QUESTION,
                        AdaptorRow.usual())
                .write(run.folder("adaptors"), results);
        return Measuring.finish("adaptors", run, results, AnswerReport.summary(results));
    }
}
