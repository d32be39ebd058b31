// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.adapt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.talon.ctalvae.Flows;
import io.talon.ctalvae.TrainedModel;
import io.talon.ctalvae.calibrate.ThresholdRule;
import io.talon.ctalvae.io.ModelFormatException;
import io.talon.ctalvae.io.ModelWriter;
import io.talon.ctalvae.io.SigningKey;
import io.talon.ctalvae.model.Maturity;
import io.talon.ctalvae.model.ServiceRanges;
import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.model.SiteParts;
import io.talon.ctalvae.relation.Relation;
import io.talon.ctalvae.score.FeatureContribution;
import io.talon.ctalvae.score.Score;
import io.talon.ctalvae.score.Scorer;
import io.talon.ctalvae.sequence.DatedExchange;
import io.talon.ctalvae.sequence.Destinations;
import io.talon.ctalvae.sequence.Sequence;
import io.talon.ctalvae.train.AdaptationOptions;
import io.talon.ctalvae.train.TrainingProgress;
import io.talon.zeek.Conn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SiteTeacherTest {
    private static final SiteModel MODEL = TrainedModel.model();

    private final List<Sequence> benign = Destinations.sequences(Flows.site(200, 4));
    private final List<Triplet> triplets =
            List.of(new Triplet("C5x10", "C5x20", "S9"), new Triplet("C5x30", null, null));

    private static List<Sequence> flows() {
        List<Conn> flows = new ArrayList<>(Flows.site(100, 5));
        flows.addAll(Flows.scan(20, flows.get(99).endMicros() / 1e6));
        return Destinations.sequences(flows);
    }

    private SiteParts teach(List<Triplet> taught, List<Sequence> calibrate)
            throws AdaptationException {
        return new SiteTeacher(
                        MODEL, AdaptationOptions.defaults().withSteps(30), ThresholdRule.defaults())
                .teach(flows(), taught, calibrate, TrainingProgress.SILENT);
    }

    private static Scorer scorer(SiteParts site) {
        return MODEL.withSite(site).newScorer();
    }

    @Test
    void aTaughtSiteTellsTheScanFromItsOwnTraffic() throws AdaptationException {
        Scorer scorer = scorer(teach(triplets, benign));
        List<Score> scan =
                Destinations.sequences(Flows.scan(30, 1_900_000_000)).stream()
                        .map(scorer::score)
                        .toList();
        List<Score> day =
                Destinations.sequences(Flows.site(200, 6)).stream().map(scorer::score).toList();
        assertThat(scan).allMatch(Score::anomalous);
        assertThat(day.stream().filter(Score::anomalous).count()).isLessThan(8);
    }

    /**
     * Ordinary in every feature, and in the order of the site's own; only the host is a stranger.
     */
    @Test
    void aCalibratedSiteTellsAStrangerFromItsOwnHosts() throws AdaptationException {
        Scorer scorer = scorer(teach(List.of(), benign));
        List<Conn> strangers =
                Flows.site(200, 6).stream()
                        .map(flow -> flow.toBuilder().origH("10.0.0.66").build())
                        .toList();
        List<Sequence> own = Destinations.sequences(Flows.site(200, 6));
        List<Sequence> foreign = Destinations.sequences(strangers);
        for (int i = 20; i < 200; i++) {
            assertThat(scorer.score(foreign.get(i)).error())
                    .isGreaterThan(scorer.score(own.get(i)).error());
        }
    }

    @Test
    void aHostOfFurtherBenignExchangesIsNoStranger() throws AdaptationException {
        List<Sequence> foreign =
                Destinations.sequences(
                        Flows.site(200, 6).stream()
                                .map(flow -> flow.toBuilder().origH("10.0.0.66").build())
                                .toList());
        List<DatedExchange> further =
                foreign.stream().map(s -> new DatedExchange(s.endMicros(), s.exchange())).toList();
        SiteTeacher teacher =
                new SiteTeacher(
                        MODEL, AdaptationOptions.defaults().withSteps(1), ThresholdRule.defaults());
        Scorer without = scorer(teacher.teach(flows(), List.of(), benign, TrainingProgress.SILENT));
        Scorer with =
                scorer(
                        teacher.remembering(further)
                                .teach(flows(), List.of(), benign, TrainingProgress.SILENT));
        for (int i = 20; i < 200; i++) {
            assertThat(with.score(foreign.get(i)).error())
                    .isLessThan(without.score(foreign.get(i)).error());
        }
    }

    @Test
    void aSiteFileKeepsTheMemory() throws AdaptationException, ModelFormatException {
        SiteParts site = teach(triplets, benign);
        byte[] file = ModelWriter.adaptor(MODEL, site, Map.of(), SigningKey.generate());
        Scorer read = MODEL.withAdaptor(file, "site.talon").newScorer();
        Scorer taught = scorer(site);
        for (Sequence sequence : flows()) {
            assertThat(read.score(sequence)).isEqualTo(taught.score(sequence));
        }
        Sequence scan = flows().get(115);
        assertThat(read.explain(scan).features())
                .extracting(FeatureContribution::feature)
                .contains(Relation.PORT_OF_RESPONDER.label());
        assertThat(
                        read.explain(scan).features().stream()
                                .mapToDouble(FeatureContribution::contribution)
                                .sum())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void maturityFollowsFromWhatWasTaught() throws AdaptationException {
        assertThat(teach(triplets, benign).maturity()).isEqualTo(Maturity.ADAPTED);
        SiteParts calibrated = teach(List.of(), benign);
        assertThat(calibrated.maturity()).isEqualTo(Maturity.CALIBRATED);
        assertThat(calibrated.adaptor()).isSameAs(MODEL.site().adaptor());
        assertThat(calibrated.normaliser().median())
                .isNotEqualTo(MODEL.site().normaliser().median());
    }

    @Test
    void aTaughtSiteKnowsWhatItsServicesOrdinarilyHave() throws AdaptationException {
        for (List<Triplet> taught : List.of(triplets, List.<Triplet>of())) {
            ServiceRanges services = teach(taught, benign).normaliser().ranges();
            assertThat(services.group(benign.get(0).exchange())).isPositive();
        }
    }

    @Test
    void unknownUidsAreNamed() {
        assertThatThrownBy(() -> teach(List.of(new Triplet("C5x10", "nobody", null)), benign))
                .isInstanceOf(UnknownUidException.class)
                .hasMessageContaining("nobody");
    }

    @Test
    void anchorsMayBeCalibrationFlows() throws AdaptationException {
        assertThat(teach(List.of(new Triplet("C4x7", null, "S3")), benign).maturity())
                .isEqualTo(Maturity.ADAPTED);
    }

    @Test
    void tooFewBenignFlowsAreRefusedByNumber() {
        assertThatThrownBy(() -> teach(triplets, benign.subList(0, 7)))
                .isInstanceOf(AdaptationException.class)
                .hasMessageContaining("7 benign flows")
                .hasMessageContaining("at least 20");
    }
}
