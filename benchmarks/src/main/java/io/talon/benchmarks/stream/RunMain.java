// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.stream;

import io.talon.ctalvae.score.ScoringEngine;
import io.talon.job.model.ModelFiles;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** A measured run in a process of its own; its last line of standard output is the result. */
public final class RunMain {

    static final String RESULT = "result ";

    private RunMain() {}

    /** Takes {@code name=value} arguments: those of a plan, data, adaptor, kafka. */
    public static void main(String[] arguments) throws Exception {
        Map<String, String> named = RunPlan.named(arguments);
        RunPlan plan = RunPlan.of(named);
        Path data = Path.of(named.get("data"));
        Path adaptor = Path.of(named.get("adaptor"));
        ModelFiles models = ModelFiles.read(null, adaptor);
        if (plan.scorer() == RunPlan.Scoring.ENGINE_ALONE) {
            new EngineRun(FlowRows.of(data), models.open(), JobRun.BATCH).beside(plan.warmUp());
            return;
        }
        Path checkpoints = adaptor.resolveSibling("checkpoints");
        new JobRun(plan, data, models, checkpoints, named.get("kafka")).run();
        if (Meter.counted() < plan.scored()) {
            throw new IllegalStateException(
                    "%d of %d flows were scored: the run measured something else than it says"
                            .formatted(Meter.counted(), plan.scored()));
        }
        System.out.printf(
                Locale.ROOT,
                "%s%.1f %.1f %.6f %d %d %s%n",
                RESULT,
                Meter.perSecond(),
                Meter.perCpuSecond(),
                Meter.anomalousShare(),
                Meter.startedMillis(),
                Meter.endedMillis(),
                ScoringEngine.best().name());
    }
}
