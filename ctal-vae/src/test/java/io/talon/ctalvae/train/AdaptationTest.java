// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.ctalvae.Flows;
import io.talon.ctalvae.TrainedModel;
import io.talon.ctalvae.calibrate.RobustStatistics;
import io.talon.ctalvae.model.Adaptor;
import io.talon.ctalvae.model.AdaptorTensor;
import io.talon.ctalvae.model.Core;
import io.talon.ctalvae.model.CoreTensor;
import io.talon.ctalvae.model.Normaliser;
import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.score.ScalarReconstructor;
import io.talon.ctalvae.score.SequenceErrors;
import io.talon.ctalvae.sequence.Destinations;
import io.talon.ctalvae.sequence.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdaptationTest {
    private static final SiteModel MODEL = TrainedModel.model();

    private final List<Sequence> benign = Destinations.sequences(Flows.site(200, 3));
    private final List<Sequence> scan = Destinations.sequences(Flows.scan(20, 1_800_000_000));

    /** Ordinary requests, but for somewhat more payload. */
    private final List<Sequence> subtle =
            Destinations.sequences(
                    Flows.site(60, 9).stream()
                            .map(f -> f.toBuilder().origBytes(f.origBytes() + 60).build())
                            .toList());

    private final Normaliser statistics = RobustStatistics.of(benign);

    private Adaptor adapt(AdaptationOptions options) {
        NormalisedTriplets triplets =
                new NormalisedTriplets(statistics)
                        .add(benign.get(50), benign.get(60), subtle.get(12))
                        .add(benign.get(70), null, subtle.get(31))
                        .add(benign.get(80), null, null);
        return new Adaptation(options, TrainingProgress.SILENT)
                .adapt(
                        MODEL.core(),
                        MODEL.site().adaptor(),
                        new NormalisedSequences(60).add(benign, statistics),
                        triplets);
    }

    private static float[][] copy(Core core) {
        float[][] copy = new float[CoreTensor.values().length][];
        for (CoreTensor tensor : CoreTensor.values()) {
            copy[tensor.ordinal()] = core.tensor(tensor).clone();
        }
        return copy;
    }

    @ParameterizedTest
    @EnumSource
    void coreIsBitIdenticalAndEveryAdaptorTensorChanges(Engine engine) {
        float[][] before = copy(MODEL.core());
        Adaptor adapted = adapt(AdaptationOptions.defaults().withSteps(3).withEngine(engine));
        for (CoreTensor tensor : CoreTensor.values()) {
            assertThat(MODEL.core().tensor(tensor))
                    .as(tensor.name())
                    .containsExactly(before[tensor.ordinal()]);
        }
        for (AdaptorTensor tensor : AdaptorTensor.values()) {
            assertThat(tensor.of(adapted))
                    .as(tensor.name())
                    .isNotEqualTo(tensor.of(MODEL.site().adaptor()));
        }
    }

    @Test
    void hingesPushNegativesAwayFromBenign() {
        double without = median(AdaptationOptions.defaults().withHinges(0, 0));
        assertThat(median(AdaptationOptions.defaults())).isGreaterThan(1.1 * without);
    }

    /** Of the separation that five seeds come to: two in five find no way to push. */
    private double median(AdaptationOptions options) {
        return LongStream.rangeClosed(1, 5)
                .mapToDouble(seed -> separation(adapt(options.withSeed(seed))))
                .sorted()
                .toArray()[2];
    }

    /** Mean error of the subtle sequences over that of benign ones. */
    private double separation(Adaptor adaptor) {
        SequenceErrors errors =
                new SequenceErrors(
                        MODEL.core(),
                        adaptor,
                        statistics,
                        new ScalarReconstructor(MODEL.core().shape()));
        return mean(errors, subtle) / mean(errors, benign);
    }

    private static double mean(SequenceErrors errors, List<Sequence> sequences) {
        List<Double> all = new ArrayList<>();
        for (Sequence sequence : sequences) {
            errors.measure(sequence);
            all.add(errors.sequence());
        }
        return all.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    @Test
    void theSeedDecidesEverything() {
        Adaptor one = adapt(AdaptationOptions.defaults().withSteps(5));
        Adaptor same = adapt(AdaptationOptions.defaults().withSteps(5));
        Adaptor other = adapt(AdaptationOptions.defaults().withSteps(5).withSeed(7));
        assertThat(same.inputWeight()).containsExactly(one.inputWeight());
        assertThat(same.outputWeight()).containsExactly(one.outputWeight());
        assertThat(other.outputWeight()).isNotEqualTo(one.outputWeight());
    }
}
