// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.ctalvae.model.CoreShape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineAgreementTest {
    /** Widths around every vector's width, lengths around a tile, a core of any shape. */
    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void everyEngineAgreesWithDoublePrecision(
            @ForAll @IntRange(min = 1, max = 50) int inner,
            @ForAll @IntRange(min = 1, max = 70) int hidden,
            @ForAll @IntRange(min = 1, max = 20) int latent,
            @ForAll @IntRange(min = 1, max = 80) int width,
            @ForAll @IntRange(min = 1, max = 30) int size,
            @ForAll long seed) {
        Agreement agreement =
                new Agreement(new CoreShape(inner, hidden, latent), width, size, seed);
        ScoringEngineTest.allEngines().forEach(agreement::check);
    }

    /** Wider than the machine's, they run too: slowly, on the heap. */
    @ParameterizedTest
    @ValueSource(ints = {128, 256, 512})
    void vectorsOfEveryWidthAgreeWithDoublePrecision(int bits) throws Exception {
        assertThat(run("-Dtalon.vector.bits=" + bits)).contains("agrees: vector-" + bits);
    }

    @Test
    void theJvmsEngineIsTheOneThatAPropertyNames() throws Exception {
        assertThat(run("-Dtalon.engine=nd4j")).contains("agrees: nd4j", "as talon.engine says");
        assertThat(run("-Dtalon.engine=abacus")).contains("no scoring engine abacus");
    }

    @Test
    @EnabledIfSystemProperty(named = "os.arch", matches = "amd64|x86_64")
    void withoutFusedMultiplyAddPlainLoopsAreChosen() throws Exception {
        assertThat(run("-XX:UseAVX=1")).contains("agrees: scalar", "no fused multiply-add");
    }

    /** What chooses engine and width is fixed for the life of a JVM: hence another JVM. */
    private static String run(String option) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--add-modules",
                                "jdk.incubator.vector",
                                option,
                                "-cp",
                                System.getProperty("java.class.path"),
                                Agreement.class.getName())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
