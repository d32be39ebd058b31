// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.cli;

import io.talon.ctalvae.train.AdaptationOptions;
import io.talon.evaluation.protocol.Plan;
import io.talon.evaluation.protocol.Row;
import io.talon.evaluation.question.GenerativeRow;
import io.talon.evaluation.question.Networks;
import io.talon.evaluation.report.AnswerReport;
import io.talon.evaluation.report.Results;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "generative",
        description =
                "What of the taught network is the score: errors, likelihoods, several draws of z,"
                        + " a density of the latent.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class GenerativeCommand implements MeasuringCommand {
    private static final String QUESTION =
            """
            The same taught network, scored in several ways. Kept is only what wins.\
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
                GenerativeRow.all(new Networks(run.training(), AdaptationOptions.defaults()));
        Results results =
                Measuring.results("generative", run, plan, pairs.tasks(plan.pairs()), rows);
        new AnswerReport(
                        "What of the network is the score",
                        Measuring.header("generative", run, pairs.text(), plan.repetitions()),
                        QUESTION,
                        GenerativeRow.usual())
                .write(run.folder("generative"), results);
        return Measuring.finish("generative", run, results, AnswerReport.summary(results));
    }
}
