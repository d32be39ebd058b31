// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.talon.ctalvae.Flows;
import io.talon.ctalvae.calibrate.RobustStatistics;
import io.talon.ctalvae.calibrate.ThresholdRule;
import io.talon.ctalvae.model.CoreTensor;
import io.talon.ctalvae.sequence.Destinations;
import io.talon.ctalvae.sequence.Sequence;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PretrainingTest {
    private final List<Sequence> benign = Destinations.sequences(Flows.site(200, 3));
    private final NormalisedSequences normalised =
            new NormalisedSequences(60).add(benign, RobustStatistics.of(benign));

    private List<Double> losses(TrainingOptions options) {
        List<Double> losses = new ArrayList<>();
        new Pretraining(options, (step, steps, loss) -> losses.add(loss)).train(normalised);
        return losses;
    }

    @Test
    void lossFalls() {
        List<Double> losses = losses(TrainingOptions.defaults().withSteps(80));
        assertThat(mean(losses.subList(70, 80))).isLessThan(0.7 * mean(losses.subList(0, 10)));
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    @Test
    void enginesTakeTheSameWay() {
        List<Double> plain = losses(TrainingOptions.defaults().withSteps(4));
        List<Double> graph =
                losses(TrainingOptions.defaults().withSteps(4).withEngine(Engine.SAMEDIFF));
        for (int i = 0; i < plain.size(); i++) {
            assertThat(plain.get(i)).isCloseTo(graph.get(i), within(1e-3));
        }
    }

    @Test
    void theSeedDecidesEverything() {
        TrainingOptions options = TrainingOptions.defaults().withSteps(5);
        var one = new Pretraining(options, TrainingProgress.SILENT).train(normalised).core();
        var same = new Pretraining(options, TrainingProgress.SILENT).train(normalised).core();
        for (CoreTensor tensor : CoreTensor.values()) {
            assertThat(same.tensor(tensor)).containsExactly(one.tensor(tensor));
        }
    }

    @Test
    void tooFewFlowsAreRefusedByNumber() {
        ModelTrainer trainer =
                new ModelTrainer(TrainingOptions.defaults(), ThresholdRule.defaults());
        assertThatThrownBy(
                        () ->
                                trainer.train(
                                        List.of(benign.subList(0, 12)), TrainingProgress.SILENT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("12 benign flows")
                .hasMessageContaining("at least 50");
    }

    @Test
    void optionsOutOfRangeAreRefusedByName() {
        assertThatThrownBy(() -> TrainingOptions.defaults().withSteps(0))
                .hasMessageContaining("steps is 0");
        assertThatThrownBy(() -> new InjectionOptions(2, 1, 2))
                .hasMessageContaining("share of changed features is 2");
        assertThatThrownBy(() -> new InjectionOptions(0.3, 3, 2))
                .hasMessageContaining("largest shift");
    }
}
