// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.scorer;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import jdk.incubator.vector.FloatVector;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the scoring engine. */
@Command(
        name = "scorer",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description = {
            "Measures the scoring engine, one thread: sequences of 78 features through the paper's"
                    + " network, against ONNX Runtime and ND4J on the same weights, against forests"
                    + " on the same windows, and against the multiply-adds that a core can do.",
            "Each measure is a JVM of its own; before it is timed, a contender must find the errors"
                    + " that plain loops find."
        },
        footer = {
            "",
            "For figures of one core: taskset -c 1 ./talon bench scorer",
            "The result goes to standard output, everything else to standard error."
        })
public final class ScorerCommand implements Callable<Integer> {

    enum Format {
        text,
        json
    }

    @Spec private CommandSpec spec;

    @Option(names = "--quick", description = "Short runs, what the ratios need: two minutes.")
    private boolean quick;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format;

    @Override
    public Integer call() throws Exception {
        // JMH talks to standard output; only the result may stand there.
        java.io.PrintStream out = System.out;
        System.setOut(System.err);
        try {
            ScorerReport report = run();
            out.println(
                    format == Format.json
                            ? new ObjectMapper()
                                    .writerWithDefaultPrettyPrinter()
                                    .writeValueAsString(report.toMap())
                            : report.text());
            out.flush();
            return 0;
        } finally {
            System.setOut(out);
        }
    }

    private ScorerReport run() throws Exception {
        PrintWriter err = spec.commandLine().getErr();
        JmhRuns runs = new JmhRuns(quick, System.err);
        int half = FloatVector.SPECIES_PREFERRED.vectorBitSize() / 2;
        List<Measure> measures = measures(half);
        progress(err, "peak of multiply-adds");
        ScorerReport report = new ScorerReport(runs.peak(), half);
        int done = 0;
        for (Measure measure : measures) {
            progress(err, ++done + "/" + measures.size() + " " + measure);
            report.put(measure, runs.throughput(measure));
        }
        for (Contenders contender : List.of(Contenders.vector, Contenders.onnx)) {
            progress(err, "latency of " + contender);
            Measure one = Measure.of(contender, 1);
            report.put(one, runs.latency(one));
        }
        return report;
    }

    private static void progress(PrintWriter err, String line) {
        err.println(line);
        err.flush();
    }

    private List<Measure> measures(int half) {
        List<Measure> measures = new ArrayList<>();
        measures.add(Measure.of(Contenders.vector, 256));
        measures.add(new Measure(Contenders.vector, 256, 10, 1, half));
        measures.add(Measure.of(Contenders.onnx, 256));
        measures.add(Measure.of(Contenders.vector, 1));
        measures.add(Measure.of(Contenders.onnx, 1));
        measures.add(new Measure(Contenders.vector, 1024, 10, 1, 0));
        measures.add(new Measure(Contenders.vector, 1024, 10, 1000, 0));
        measures.add(Measure.of(Contenders.scalar, 256));
        measures.add(Measure.of(Contenders.naive, 256));
        measures.add(Measure.of(Contenders.nd4j, 256));
        measures.add(Measure.of(Contenders.rcf, ScorerReport.FOREST_BATCH));
        measures.add(Measure.of(Contenders.iforest, ScorerReport.FOREST_BATCH));
        if (!quick) {
            addGrid(measures);
        }
        return measures;
    }

    private static void addGrid(List<Measure> measures) {
        for (Contenders contender :
                List.of(Contenders.vector, Contenders.scalar, Contenders.onnx)) {
            for (int steps : new int[] {10, 32}) {
                for (int batch : new int[] {1, 32, 256, 1024}) {
                    Measure measure = new Measure(contender, batch, steps, 1, 0);
                    if (!measures.contains(measure)) {
                        measures.add(measure);
                    }
                }
            }
        }
        measures.add(new Measure(Contenders.vector, 1024, 32, 1000, 0));
        measures.add(new Measure(Contenders.nd4j, 32, 10, 1, 0));
    }
}
