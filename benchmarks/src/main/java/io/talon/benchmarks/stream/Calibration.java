// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.stream;

import io.talon.ctalvae.adapt.AdaptationException;
import io.talon.ctalvae.adapt.SiteTeacher;
import io.talon.ctalvae.calibrate.ThresholdRule;
import io.talon.ctalvae.io.ModelWriter;
import io.talon.ctalvae.io.SigningKey;
import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.model.SiteParts;
import io.talon.ctalvae.sequence.FlowHistory;
import io.talon.ctalvae.sequence.Sequence;
import io.talon.ctalvae.train.AdaptationOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Calibrates the shipped model to the benchmark's own flows, so that as few of them are anomalous
 * as in use: an anomaly is explained, which costs more than a score. Without a memory of who talks
 * to whom: of made-up destinations it would know a part, and take all others for strangers.
 */
final class Calibration {

    private Calibration() {}

    /** Of every destination its full history, and one of those that it had before. */
    private static List<Sequence> benign(FlowRows rows) {
        List<Sequence> benign = new ArrayList<>();
        EngineRun.histories(
                rows,
                (history, destination) -> {
                    int size = history.size();
                    if (size == FlowHistory.LENGTH
                            || size == 1 + destination % FlowHistory.LENGTH) {
                        benign.add(history.sequence());
                    }
                });
        return benign;
    }

    /** Writes the calibrated site as an adaptor file. */
    static void write(FlowRows rows, Path file) throws IOException {
        SiteModel base = SiteModel.base();
        List<Sequence> benign = benign(rows);
        try {
            SiteParts site =
                    new SiteTeacher(
                                    base,
                                    AdaptationOptions.defaults(),
                                    ThresholdRule.defaults(),
                                    false)
                            .teach(benign, List.of(), benign, (step, steps, loss) -> {});
            Files.write(
                    file,
                    ModelWriter.adaptor(
                            base, site, Map.of("made_for", "bench"), SigningKey.generate()));
        } catch (AdaptationException e) {
            throw new IOException("the benchmark's flows cannot be calibrated on", e);
        }
    }
}
