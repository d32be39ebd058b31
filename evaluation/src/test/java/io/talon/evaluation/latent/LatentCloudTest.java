// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LatentCloudTest {
    private final Random random = new Random(2);

    private float[][] around(float centre, int count) {
        float[][] points = new float[count][6];
        for (float[] point : points) {
            for (int f = 0; f < point.length; f++) {
                point[f] = centre + (float) random.nextGaussian();
            }
        }
        return points;
    }

    private LatentCloud cloud(float source, float target, float attack) {
        Map<String, float[][]> groups = new LinkedHashMap<>();
        groups.put(LatentCloud.SOURCE, around(source, 60));
        groups.put(LatentCloud.TARGET, around(target, 60));
        groups.put(LatentCloud.ATTACK, around(attack, 40));
        return new LatentCloud(groups);
    }

    @Test
    void whatLiesApartStaysApartInThePicture() {
        LatentCloud cloud = cloud(0, 0, 12);
        Map<String, double[][]> picture = cloud.picture();
        double[] benign = mean(picture.get(LatentCloud.TARGET));
        double[] attack = mean(picture.get(LatentCloud.ATTACK));
        for (double[] point : picture.get(LatentCloud.ATTACK)) {
            assertThat(distance(point, attack)).isLessThan(distance(point, benign));
        }
        assertThat(cloud.picture().get(LatentCloud.ATTACK))
                .isDeepEqualTo(picture.get(LatentCloud.ATTACK));
    }

    @Test
    void mixingIsAHalfWhereSitesLieOnTopOfEachOther() {
        assertThat(cloud(0, 0, 12).mixing()).isCloseTo(0.5, within(0.08));
        assertThat(cloud(0, 20, 12).mixing()).isZero();
    }

    @Test
    void separationIsTheChanceThatAnAttackIsFurther() {
        assertThat(cloud(0, 0, 12).separation()).isEqualTo(1);
        assertThat(cloud(0, 0, 0).separation()).isCloseTo(0.5, within(0.15));
    }

    private static double[] mean(double[][] points) {
        return new double[] {
            Arrays.stream(points).mapToDouble(p -> p[0]).average().orElseThrow(),
            Arrays.stream(points).mapToDouble(p -> p[1]).average().orElseThrow()
        };
    }

    private static double distance(double[] a, double[] b) {
        return Math.hypot(a[0] - b[0], a[1] - b[1]);
    }
}
