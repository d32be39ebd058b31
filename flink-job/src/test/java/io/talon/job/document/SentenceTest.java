// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.document;

import static io.talon.job.Samples.feature;
import static org.assertj.core.api.Assertions.assertThat;

import io.talon.anomaly.v1.Anomaly;
import io.talon.anomaly.v1.FeatureContribution;
import io.talon.job.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceTest {

    private static final String WHERE = "Unusual sequence to 203.0.113.9 (site plant-7): ";

    @Test
    void saysWhatWasUnusualAndWhatIsTypical() {
        assertThat(
                        sentence(
                                feature("resp_ip_bytes", "bytes", 4_100_000, 12_000, 0.52),
                                feature("duration", "ms", 299_000, 1_500, 0.3),
                                feature("orig_pkts", "packets", 189, 12, 0.04),
                                feature("resp_pkts", "packets", 3_011, 14, 0.03)))
                .isEqualTo(
                        WHERE
                                + "destination bytes 4.1 MB vs typical 12 kB, duration 5 min vs"
                                + " typical 1.5 s, source packets 189 vs typical 12;"
                                + " these explain 86 %");
    }

    @Test
    void saysOneHotFeaturesAsTheOneFactTheyAre() {
        assertThat(
                        sentence(
                                feature("conn_state.SF", "1", 0, 1, 0.4),
                                feature("conn_state.S0", "1", 1, 0, 0.35),
                                feature("conn_state.REJ", "1", 0, 0, 0.1),
                                feature("service.none", "1", 1, 0, 0.1)))
                .isEqualTo(
                        WHERE
                                + "connection state S0 (no answer) instead of SF (normal), service"
                                + " not recognised, which is not typical; these explain 95 %");
    }

    @Test
    void leavesOutWhatIsAsUsualAndWhatHardlyMatters() {
        assertThat(
                        sentence(
                                feature("orig_bytes", "bytes", 1000, 1001, 0.6),
                                feature("answered", "1", 0, 1, 0.39),
                                feature("rate", "bytes/s", 10, 20, 0.01)))
                .isEqualTo(
                        WHERE
                                + "destination did not answer, which is not typical; this explains"
                                + " 39 %");
    }

    @Test
    void saysThatTheOrderIsUnusualWhenNoFlowIs() {
        assertThat(sentence(feature("orig_bytes", "bytes", 1000, 1001, 1)))
                .isEqualTo(WHERE + "each flow looks typical, their order does not");
    }

    @Test
    void saysOfAFirstFlowThatThereWasNoneBefore() {
        Anomaly anomaly =
                Samples.anomaly(
                        Samples.flow(), List.of(feature("gap", "ms", 86_400_000, 26_000, 0.4)));
        anomaly.getScore().setLength(1);

        assertThat(Sentence.of(anomaly))
                .isEqualTo(
                        WHERE
                                + "no flow to it before, typical is one every 26 s; this explains"
                                + " 40 %");
    }

    @Test
    void turnsRatiosIntoShares() {
        assertThat(
                        sentence(
                                feature("ip_bytes_balance", "1", 0.96, -0.2, 0.5),
                                feature("failed_share", "1", 1, 0, 0.3),
                                feature("gap_change", "ln ratio", 3, 0.1, 0.2)))
                .isEqualTo(
                        WHERE
                                + "source's share of the bytes 98 % vs typical 40 %, failed flows"
                                + " 100 % vs typical 0 %, rhythm changed by a factor of 20 vs"
                                + " typical 1.1; these explain 100 %");
    }

    private static String sentence(FeatureContribution... features) {
        return Sentence.of(Samples.anomaly(Samples.flow(), List.of(features)));
    }
}
