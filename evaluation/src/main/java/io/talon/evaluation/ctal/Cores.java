// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.ctal;

import io.talon.ctalvae.calibrate.RobustStatistics;
import io.talon.ctalvae.model.Normaliser;
import io.talon.ctalvae.sequence.Sequence;
import io.talon.ctalvae.train.NormalisedSequences;
import io.talon.ctalvae.train.Pretraining;
import io.talon.ctalvae.train.TrainingOptions;
import io.talon.ctalvae.train.TrainingProgress;
import io.talon.evaluation.protocol.Capture;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Trained cores, each trained once: every draw of triplets starts from the same one. */
public final class Cores {
    /**
     * @param capture name of what it was trained on
     * @param flows number of flows, so that parts of a capture do not meet
     * @param options of the training
     */
    private record Key(String capture, int flows, TrainingOptions options) {}

    /** A core with its adaptor, and the statistics it was trained under. */
    record Trained(Pretraining.Result weights, Normaliser statistics) {}

    private final Map<Key, Trained> trained = new HashMap<>();

    Trained on(Capture capture, int[] flows, TrainingOptions options) {
        return trained.computeIfAbsent(
                new Key(capture.name(), flows.length, options),
                key -> train(sequences(capture, flows), options));
    }

    private static Trained train(List<Sequence> benign, TrainingOptions options) {
        Normaliser statistics = RobustStatistics.of(benign);
        NormalisedSequences sequences =
                new NormalisedSequences(statistics.width()).add(benign, statistics);
        return new Trained(
                new Pretraining(options, TrainingProgress.SILENT).train(sequences), statistics);
    }

    static List<Sequence> sequences(Capture capture, int[] flows) {
        return Arrays.stream(flows).mapToObj(i -> capture.flows().get(i).sequence()).toList();
    }
}
