// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.teach;

import io.talon.benchmarks.ReportOptions;
import io.talon.ctalvae.adapt.AdaptationException;
import io.talon.ctalvae.kernel.gradient.GradientKernel;
import io.talon.ctalvae.train.AdaptationOptions;
import io.talon.ctalvae.train.Engine;
import io.talon.ctalvae.train.TrainingProgress;
import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures teaching. */
@Command(
        name = "teach",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description = {
            "Measures teaching: adaptation with five triplets and pretraining, the shipped recipes"
                    + " on sequences of ten flows, our gradients against ND4J's SameDiff, unrolled,"
                    + " on the same work.",
            "Before anything is timed both must see the same losses step after step, and the core"
                    + " must be as it was."
        },
        footer = {
            "",
            "For figures of one core: taskset -c 1 ./talon bench teach",
            "The result goes to standard output, everything else to standard error."
        })
public final class TeachCommand implements Callable<Integer> {

    private static final int SEQUENCES = 100_000;
    private static final int REPEATS = 5;
    private static final int QUICK_STEPS = 60;

    @Mixin private ReportOptions report;

    @Option(
            names = "--quick",
            description =
                    "Pretraining by "
                            + QUICK_STEPS
                            + " steps, scaled to 100,000 sequences: a minute.")
    private boolean quick;

    @Override
    public Integer call() throws Exception {
        return report.print(this::run);
    }

    private TeachReport run() throws AdaptationException {
        TeachWork work = new TeachWork();
        report.say("adaptation, cold");
        Seconds cold = adapt(work, Engine.FUSED);
        report.say("the same losses");
        TeachGate.check(work);
        report.say("adaptation");
        Seconds[] warm = new Seconds[REPEATS];
        for (int i = 0; i < REPEATS; i++) {
            warm[i] = adapt(work, Engine.FUSED);
        }
        report.say("adaptation by SameDiff");
        Seconds sameDiff = adapt(work, Engine.SAMEDIFF);
        report.say("a site whole");
        Seconds[] whole = new Seconds[REPEATS];
        for (int i = 0; i < REPEATS; i++) {
            Seconds started = Seconds.now();
            work.teach();
            whole[i] = Seconds.since(started);
        }
        int steps = quick ? QUICK_STEPS : (SEQUENCES + TeachWork.PER_STEP - 1) / TeachWork.PER_STEP;
        report.say("pretraining");
        Seconds pretrain = pretrain(work, Engine.PLAIN, steps);
        report.say("pretraining, fused");
        Seconds pretrainFused = pretrain(work, Engine.FUSED, steps);
        report.say("pretraining by SameDiff");
        Seconds pretrainSameDiff = pretrain(work, Engine.SAMEDIFF, steps);
        return new TeachReport(
                GradientKernel.FUSED.name(),
                Runtime.getRuntime().availableProcessors(),
                steps,
                cold,
                median(warm),
                sameDiff,
                median(whole),
                pretrain,
                pretrainFused,
                pretrainSameDiff);
    }

    private static Seconds adapt(TeachWork work, Engine engine) {
        Seconds started = Seconds.now();
        work.adapt(engine, AdaptationOptions.defaults().steps(), TrainingProgress.SILENT);
        return Seconds.since(started);
    }

    private static Seconds pretrain(TeachWork work, Engine engine, int steps) {
        Trace trace = new Trace();
        work.pretrain(engine, steps, trace);
        return trace.perStep().times((double) SEQUENCES / TeachWork.PER_STEP);
    }

    private static Seconds median(Seconds[] values) {
        Arrays.sort(values, Comparator.comparingDouble(Seconds::wall));
        return values[values.length / 2];
    }
}
