// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.question;

import io.talon.ctalvae.model.Core;
import io.talon.ctalvae.model.CoreTensor;
import io.talon.ctalvae.sequence.Sequence;
import io.talon.evaluation.ctal.TailRanks;
import io.talon.evaluation.protocol.Trial;
import java.util.Arrays;
import java.util.Random;

/** The sequence's error averaged over draws of z = μ + σ·ε. */
final class SampledLatent {
    private static final int DRAWS = 8;

    private final Network network;
    private final Trial trial;
    private final Core variances;

    SampledLatent(Network network, Trial trial) {
        this.network = network;
        this.trial = trial;
        // A core whose mean is the other's log variance.
        this.variances =
                replaced(
                        replaced(
                                network.core(),
                                CoreTensor.MEAN_WEIGHT,
                                network.core().tensor(CoreTensor.LOG_VARIANCE_WEIGHT)),
                        CoreTensor.MEAN_BIAS,
                        network.core().tensor(CoreTensor.LOG_VARIANCE_BIAS));
    }

    private static Core replaced(Core core, CoreTensor tensor, float[] values) {
        float[][] tensors = new float[CoreTensor.values().length][];
        for (CoreTensor name : CoreTensor.values()) {
            tensors[name.ordinal()] = name == tensor ? values : core.tensor(name);
        }
        return new Core(core.shape(), tensors);
    }

    double[] scores() {
        TailRanks ranks = new TailRanks(errors(trial.split().fit()));
        return Arrays.stream(errors(trial.scored())).map(ranks::of).toArray();
    }

    private double[] errors(int[] flows) {
        double[] errors = new double[flows.length];
        Random random = new Random(trial.seed());
        Pass pass = new Pass(network);
        Pass variance = new Pass(network);
        float[] mean = network.core().tensor(CoreTensor.MEAN_BIAS);
        for (int i = 0; i < flows.length; i++) {
            Sequence sequence = trial.target().flows().get(flows[i]).sequence();
            float[] logs = variance.of(sequence, variances).latent();
            for (int draw = 0; draw < DRAWS; draw++) {
                float[] moved = mean.clone();
                for (int z = 0; z < moved.length; z++) {
                    moved[z] += (float) (Math.exp(0.5 * logs[z]) * random.nextGaussian());
                }
                Core drawn = replaced(network.core(), CoreTensor.MEAN_BIAS, moved);
                errors[i] += pass.of(sequence, drawn).sequence() / DRAWS;
            }
        }
        return errors;
    }
}
