// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.scorer;

import io.talon.benchmarks.ReportOptions;
import java.util.concurrent.Callable;
import jdk.incubator.vector.FloatVector;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the scoring engine. */
@Command(
        name = "scorer",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description = {
            "Measures the scoring engine, one thread: sequences of 78 features through the paper's"
                    + " network, against ONNX Runtime and ND4J on the same weights, against forests"
                    + " on the same windows, and against the multiply-adds that a core can do.",
            "What is compared runs side by side in one JVM, slice by slice in turn, once all of it"
                + " runs as fast as it can. Before it is timed, a contender must find the errors"
                + " that plain loops find."
        },
        footer = {
            "",
            "For figures of one core: taskset -c 1 ./talon bench scorer",
            "The result goes to standard output, everything else to standard error."
        })
public final class ScorerCommand implements Callable<Integer> {

    private static final int QUICK_ROUNDS = 15;
    private static final int ROUNDS = 200;

    @Mixin private ReportOptions report;

    @Option(names = "--quick", description = "Short runs, what the ratios need: two minutes.")
    private boolean quick;

    @Override
    public Integer call() throws Exception {
        return report.print(this::run);
    }

    private ScorerReport run() throws Exception {
        JmhRuns runs = new JmhRuns(quick ? QUICK_ROUNDS : ROUNDS, System.err);
        int half = FloatVector.SPECIES_PREFERRED.vectorBitSize() / 2;
        ScorerReport found = new ScorerReport(half);
        for (Heat heat : ScorerPlan.heats(half)) {
            report.say("side by side: " + heat);
            found.put(heat, runs.heat(heat));
        }
        if (!quick) {
            for (Measure measure : ScorerPlan.grid()) {
                if (!found.has(measure)) {
                    report.say(measure.toString());
                    found.put(measure, runs.throughput(measure));
                }
            }
        }
        return found;
    }
}
