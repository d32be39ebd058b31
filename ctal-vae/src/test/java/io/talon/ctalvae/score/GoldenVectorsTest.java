// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.talon.ctalvae.model.Adaptor;
import io.talon.ctalvae.model.Core;
import io.talon.ctalvae.model.CoreShape;
import io.talon.ctalvae.model.CoreTensor;
import io.talon.ctalvae.model.Normaliser;
import io.talon.ctalvae.model.SiteModel;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every implementation against what {@code src/test/golden/network.py} computed in double
 * precision. {@code LossGraphTest} ties the training graph to {@link ScalarReconstructor}.
 */
class GoldenVectorsTest {
    /** Ten steps of float arithmetic on values of about 1. */
    private static final double TOLERANCE = 2e-6;

    static List<JsonNode> cases() throws IOException {
        try (InputStream in =
                GoldenVectorsTest.class.getResourceAsStream(
                        "/io/talon/ctalvae/golden/network.json")) {
            List<JsonNode> cases = new ArrayList<>();
            new ObjectMapper().readTree(in).forEach(cases::add);
            return cases;
        }
    }

    @Test
    void thereAreCases() throws IOException {
        assertThat(cases()).hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void enginesFindTheGoldenValues(JsonNode golden) {
        SiteModel model = model(golden);
        float[] raw = raw(golden);
        ScoringEngineTest.allEngines()
                .forEach(
                        engine -> {
                            SequenceBatch batch = new SequenceBatch(1, 10);
                            int place =
                                    batch.add(engine.prepare(model), golden.get("length").asInt());
                            System.arraycopy(raw, 0, batch.values(), place, raw.length);
                            ReconstructionDetails details = new ReconstructionDetails();
                            engine.newScorer().measure(batch, details);
                            agree(golden, batch, details);
                        });
    }

    private static void agree(JsonNode golden, SequenceBatch batch, ReconstructionDetails details) {
        double norm = golden.get("norm").asDouble();
        assertThat(batch.norm(0)).isCloseTo(norm, within(1e-6 * norm));
        assertThat(batch.sequence(0))
                .isCloseTo(golden.get("sequence").asDouble(), within(1e-6 * norm));
        assertThat(batch.lastFlow(0))
                .isCloseTo(golden.get("lastFlow").asDouble(), within(1e-6 * norm));
        for (int u = 0; u < golden.get("mean").size(); u++) {
            assertThat((double) details.latent(0, u))
                    .isCloseTo(golden.get("mean").get(u).asDouble(), within(TOLERANCE));
        }
        int width = golden.get("width").asInt();
        for (int i = 0; i < golden.get("reconstruction").size(); i++) {
            assertThat((double) details.reconstruction(0, i / width, i % width))
                    .isCloseTo(golden.get("reconstruction").get(i).asDouble(), within(TOLERANCE));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theReferenceFindsTheGoldenValues(JsonNode golden) {
        SiteModel model = model(golden);
        int length = golden.get("length").asInt();
        int width = golden.get("width").asInt();
        float[] x = new float[length * width];
        float[] found = new float[x.length];
        float[] latent = new float[golden.get("latent").asInt()];
        model.site().normaliser().normalise(raw(golden), 0, length, x, new float[x.length]);
        new ScalarReconstructor(model.core().shape())
                .reconstruct(model.core(), model.site().adaptor(), x, length, found, latent);
        for (int u = 0; u < latent.length; u++) {
            assertThat((double) latent[u])
                    .isCloseTo(golden.get("mean").get(u).asDouble(), within(TOLERANCE));
        }
        for (int i = 0; i < found.length; i++) {
            assertThat((double) found[i])
                    .isCloseTo(golden.get("reconstruction").get(i).asDouble(), within(TOLERANCE));
        }
    }

    private static SiteModel model(JsonNode golden) {
        int inner = golden.get("inner").asInt();
        int width = golden.get("width").asInt();
        CoreShape shape =
                new CoreShape(inner, golden.get("hidden").asInt(), golden.get("latent").asInt());
        float[][] tensors = new float[CoreTensor.values().length][];
        for (CoreTensor tensor : CoreTensor.values()) {
            tensors[tensor.ordinal()] =
                    madeUp(tensor.ordinal(), tensor.rows(shape), tensor.columns(shape));
        }
        float[] scale = madeUp(25, 1, width);
        for (int f = 0; f < width; f++) {
            scale[f] = Math.abs(scale[f]) + 0.25f;
        }
        return RandomModel.site(
                new Core(shape, tensors),
                new Adaptor(
                        width,
                        inner,
                        madeUp(20, width, inner),
                        madeUp(21, 1, inner),
                        madeUp(22, inner, width),
                        madeUp(23, 1, width)),
                new Normaliser(madeUp(24, 1, width), scale));
    }

    private static float[] raw(JsonNode golden) {
        float[] raw = madeUp(26, golden.get("length").asInt(), golden.get("width").asInt());
        for (int i = 0; i < raw.length; i++) {
            raw[i] = i % 11 == 3 ? Float.NaN : raw[i] * 4;
        }
        return raw;
    }

    /** The same values as the script makes up. */
    private static float[] madeUp(int index, int rows, int columns) {
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            double unit = (i * 7919L + (index + 1) * 104729L) % 2003 / 2003.0 - 0.5;
            values[i] = (float) (unit * 3.0 / Math.sqrt(Math.max(rows, 4)));
        }
        return values;
    }
}
