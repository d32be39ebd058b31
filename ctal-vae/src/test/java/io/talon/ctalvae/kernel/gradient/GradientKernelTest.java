// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.talon.ctalvae.matrix.Activation;
import io.talon.ctalvae.matrix.Gemm;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradientKernelTest {
    private static final String SIZES =
            "143, 64, 256 \n 7, 43, 172 \n 5, 60, 43 \n 3, 5, 1 \n 2, 4, 17 \n 1, 3, 33";

    private final Random random = new Random(11);

    @Test
    void thisJvmOffersVectors() {
        assertThat(GradientKernel.FUSED.name()).startsWith("fused, vector-");
        assertThat(Kernels.CELLS).isInstanceOf(VectorCells.class);
    }

    @ParameterizedTest
    @CsvSource(textBlock = SIZES)
    void fusedProductsAreTheSameToTheBitWithVectorsAndWithout(int rows, int depth, int columns) {
        float[][] a = rows(rows, depth);
        float[][] b = rows(depth, columns);
        float[][] found = rows(rows, columns);
        float[][] expected = copy(found);
        new VectorProducts().add(rows, columns, a, new Factor(b), found);
        new FusedProducts().add(rows, columns, a, new Factor(b), expected);
        assertThat(cut(found, columns)).isDeepEqualTo(cut(expected, columns));

        float[][] c = rows(rows, columns);
        float[][] gradient = rows(depth, columns);
        float[][] same = copy(gradient);
        new VectorProducts().addTransposed(rows, columns, a, c, gradient);
        new FusedProducts().addTransposed(rows, columns, a, c, same);
        assertThat(cut(gradient, columns)).isDeepEqualTo(cut(same, columns));
    }

    @ParameterizedTest
    @CsvSource(textBlock = SIZES)
    void roundedProductsAreThoseOfGemmToTheBit(int rows, int depth, int columns) {
        float[][] a = rows(rows, depth);
        float[][] b = rows(depth, columns);
        float[][] found = rows(rows, columns);
        float[][] expected = cut(found, columns);
        GradientKernel.ROUNDED.add(rows, columns, a, new Factor(b), found);
        Gemm.add(rows, cut(a, depth), cut(b, columns), expected);
        assertThat(cut(found, columns)).isDeepEqualTo(expected);

        float[][] c = rows(rows, columns);
        float[][] gradient = rows(depth, columns);
        float[][] same = cut(gradient, columns);
        GradientKernel.ROUNDED.addTransposed(rows, columns, a, c, gradient);
        Gemm.addTransposed(rows, cut(a, depth), cut(c, columns), same);
        assertThat(cut(gradient, columns)).isDeepEqualTo(same);
    }

    /** Against double precision, so that both roundings compute the product and nothing else. */
    @Test
    void productsAreProducts() {
        float[][] a = rows(9, 21);
        float[][] b = rows(21, 19);
        for (GradientKernel kernel : List.of(GradientKernel.ROUNDED, GradientKernel.FUSED)) {
            float[][] c = GradientRows.zeros(9, 19);
            kernel.add(9, 19, a, new Factor(b), c);
            for (int i = 0; i < 9; i++) {
                for (int j = 0; j < 19; j++) {
                    double sum = 0;
                    for (int k = 0; k < 21; k++) {
                        sum += (double) a[i][k] * b[k][j];
                    }
                    assertThat((double) c[i][j]).isCloseTo(sum, within(1e-4));
                }
            }
        }
    }

    @Test
    void aFactorThatIsLoadedAnewCounts() {
        float[][] a = rows(7, 5);
        Factor factor = new Factor(rows(5, 17));
        for (float[] row : factor.rows()) {
            row[16] += 1;
        }
        factor.load();
        float[][] found = GradientRows.zeros(7, 17);
        float[][] expected = GradientRows.zeros(7, 17);
        new VectorProducts().add(7, 17, a, factor, found);
        new FusedProducts().add(7, 17, a, factor, expected);
        assertThat(cut(found, 17)).isDeepEqualTo(cut(expected, 17));
    }

    @ParameterizedTest
    @CsvSource({"64", "43", "6", "16"})
    void anLstmsCellIsThatOfPlainLoopsToTheBit(int units) {
        Cells vectors = new VectorCells();
        Cells plain = new PlainCells();
        Gates gates = new Gates(units);
        float[] one = scaled(GradientRows.gates(1, units)[0], 8);
        float[] other = one.clone();
        float[] sigmoid = Arrays.copyOf(one, units);
        Activation.sigmoid(sigmoid);
        float[] tanh = Arrays.copyOfRange(one, 2 * units, 3 * units);
        Activation.tanh(tanh);

        vectors.open(gates, one);
        plain.open(gates, other);

        assertThat(Arrays.copyOf(one, 4 * units)).containsExactly(Arrays.copyOf(other, 4 * units));
        assertThat(Arrays.copyOf(one, units)).containsExactly(sigmoid);
        assertThat(Arrays.copyOfRange(one, 2 * units, 3 * units)).containsExactly(tanh);

        float[] before = row(units);
        float[][] found = GradientRows.zeros(3, units);
        float[][] expected = GradientRows.zeros(3, units);
        vectors.advance(units, one, before, found[0], found[1], found[2]);
        plain.advance(units, one, before, expected[0], expected[1], expected[2]);

        assertThat(cut(found, units)).isDeepEqualTo(cut(expected, units));

        float[] output = row(units);
        float[] cell = row(units);
        float[] sameCell = cell.clone();
        float[] sums = GradientRows.gates(1, units)[0];
        float[] sameSums = sums.clone();
        vectors.retreat(units, one, before, found[1], output, cell, sums);
        plain.retreat(units, one, before, expected[1], output, sameCell, sameSums);

        assertThat(Arrays.copyOf(sums, 4 * units))
                .containsExactly(Arrays.copyOf(sameSums, 4 * units));
        assertThat(Arrays.copyOf(cell, units)).containsExactly(Arrays.copyOf(sameCell, units));
    }

    private float[] row(int columns) {
        return scaled(GradientRows.zeros(1, columns)[0], 1);
    }

    /** What stands in the filling is scratch: it must not matter. */
    private float[][] rows(int rows, int columns) {
        float[][] all = GradientRows.zeros(rows, columns);
        for (float[] row : all) {
            scaled(row, 1);
        }
        return all;
    }

    private float[] scaled(float[] row, float scale) {
        for (int i = 0; i < row.length; i++) {
            row[i] = scale * (float) random.nextGaussian();
        }
        return row;
    }

    private static float[][] copy(float[][] rows) {
        return Arrays.stream(rows).map(float[]::clone).toArray(float[][]::new);
    }

    private static float[][] cut(float[][] rows, int columns) {
        return Arrays.stream(rows).map(r -> Arrays.copyOf(r, columns)).toArray(float[][]::new);
    }
}
