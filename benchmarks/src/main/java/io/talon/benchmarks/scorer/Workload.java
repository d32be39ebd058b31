// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.scorer;

import io.talon.ctalvae.feature.FeatureProfile;
import io.talon.ctalvae.feature.FeatureProfiles;
import io.talon.ctalvae.model.Adaptor;
import io.talon.ctalvae.model.Core;
import io.talon.ctalvae.model.CoreShape;
import io.talon.ctalvae.model.CoreTensor;
import io.talon.ctalvae.model.Maturity;
import io.talon.ctalvae.model.Normaliser;
import io.talon.ctalvae.model.Origin;
import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.model.SiteParts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * What everybody scores: sequences of 78 features, the paper's widths, random weights (speed does
 * not depend on them), as many sites as adaptors. Normalisers do nothing, so that contenders
 * without one see the same numbers.
 */
final class Workload {
    static final FeatureProfile PROFILE = FeatureProfiles.CICFLOWMETER_V1;
    static final int WIDTH = PROFILE.width();
    static final CoreShape SHAPE = CoreShape.DEFAULT;

    final int steps;
    final List<SiteModel> sites = new ArrayList<>();

    /** Row-major [steps × width] each. */
    final float[][] sequences;

    Workload(int batch, int steps, int adaptors) {
        this.steps = steps;
        Random random = new Random(1);
        float[][] tensors = new float[CoreTensor.values().length][];
        for (CoreTensor tensor : CoreTensor.values()) {
            int rows = tensor.rows(SHAPE);
            tensors[tensor.ordinal()] = values(random, rows * tensor.columns(SHAPE), rows);
        }
        Core core = new Core(SHAPE, tensors);
        for (int i = 0; i < adaptors; i++) {
            sites.add(site(core, random));
        }
        sequences = new float[batch][];
        for (int i = 0; i < batch; i++) {
            sequences[i] = values(random, steps * WIDTH, 1);
        }
    }

    private static SiteModel site(Core core, Random random) {
        int inner = SHAPE.inner();
        Adaptor adaptor =
                new Adaptor(
                                WIDTH,
                                inner,
                                values(random, WIDTH * inner, WIDTH),
                                values(random, inner, 100),
                                values(random, inner * WIDTH, inner),
                                values(random, WIDTH, 100))
                        .rounded();
        float[] scale = new float[WIDTH];
        Arrays.fill(scale, 1);
        Origin origin = new Origin("random", "0");
        SiteParts parts =
                new SiteParts(
                        adaptor,
                        new Normaliser(new float[WIDTH], scale),
                        SiteModel.base().site().calibration(),
                        Maturity.GENERIC);
        return new SiteModel(PROFILE, core, origin, parts, origin);
    }

    private static float[] values(Random random, int count, int fan) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (random.nextGaussian() / Math.sqrt(fan));
        }
        return values;
    }

    SiteModel site(int sequence) {
        return sites.get(sequence % sites.size());
    }

    float[] core(CoreTensor tensor) {
        return sites.get(0).core().tensor(tensor);
    }

    Adaptor adaptor() {
        return sites.get(0).site().adaptor();
    }

    /**
     * Multiply-adds of one sequence as the network is defined; ours leaves out the products with
     * the recurrences' zero at the first step.
     */
    static double multiplyAdds(int steps) {
        double perStep =
                2.0 * WIDTH * SHAPE.inner()
                        + SHAPE.inner() * 4 * SHAPE.hidden()
                        + SHAPE.hidden() * 4 * SHAPE.hidden()
                        + SHAPE.inner() * 4 * SHAPE.inner();
        double head = 2.0 * SHAPE.hidden() * SHAPE.latent() + SHAPE.hidden() * 4 * SHAPE.inner();
        return steps * perStep + head;
    }
}
