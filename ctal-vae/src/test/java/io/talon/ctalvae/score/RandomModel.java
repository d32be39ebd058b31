// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

import io.talon.ctalvae.feature.Feature;
import io.talon.ctalvae.feature.FeatureProfile;
import io.talon.ctalvae.model.Adaptor;
import io.talon.ctalvae.model.Core;
import io.talon.ctalvae.model.CoreShape;
import io.talon.ctalvae.model.CoreTensor;
import io.talon.ctalvae.model.Maturity;
import io.talon.ctalvae.model.Normaliser;
import io.talon.ctalvae.model.Origin;
import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.model.SiteParts;
import java.util.List;
import java.util.Random;

/** Models of any shape with random weights, and sequences for them. */
final class RandomModel {
    private final Random random;

    RandomModel(long seed) {
        random = new Random(seed);
    }

    Core core(CoreShape shape) {
        float[][] tensors = new float[CoreTensor.values().length][];
        for (CoreTensor tensor : CoreTensor.values()) {
            int rows = tensor.rows(shape);
            tensors[tensor.ordinal()] =
                    values(rows * tensor.columns(shape), 1.5 / Math.sqrt(Math.max(rows, 4)));
        }
        return new Core(shape, tensors);
    }

    SiteModel site(Core core, int width) {
        int inner = core.shape().inner();
        Adaptor adaptor =
                new Adaptor(
                        width,
                        inner,
                        values(width * inner, 1 / Math.sqrt(width)),
                        values(inner, 0.1),
                        values(inner * width, 1 / Math.sqrt(inner)),
                        values(width, 0.1));
        float[] scale = new float[width];
        for (int f = 0; f < width; f++) {
            scale[f] = 0.2f + random.nextFloat();
        }
        return site(core, adaptor, new Normaliser(values(width, 1), scale));
    }

    /** As sites are that were taught: with an adaptor in 16 bits. */
    SiteModel taught(Core core, int width) {
        SiteParts parts = site(core, width).site();
        return site(core, parts.adaptor().rounded(), parts.normaliser());
    }

    static SiteModel site(Core core, Adaptor adaptor, Normaliser normaliser) {
        Origin origin = new Origin("test", "0");
        SiteParts parts =
                new SiteParts(
                        adaptor,
                        normaliser,
                        SiteModel.base().site().calibration(),
                        Maturity.GENERIC);
        Profile profile = new Profile("test-" + adaptor.width(), adaptor.width());
        return new SiteModel(profile, core, origin, parts, origin);
    }

    /** Raw values, some missing. */
    float[] sequence(int length, int width) {
        float[] values = values(length * width, 2);
        for (int i = 0; i < values.length; i++) {
            if (random.nextInt(10) == 0) {
                values[i] = Float.NaN;
            }
        }
        return values;
    }

    int upTo(int most) {
        return 1 + random.nextInt(most);
    }

    private float[] values(int count, double deviation) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (deviation * random.nextGaussian());
        }
        return values;
    }

    private record Profile(String id, int width) implements FeatureProfile {
        @Override
        public List<Feature> features() {
            return List.of();
        }

        @Override
        public String hash() {
            return "";
        }
    }
}
