// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talon.ctalvae.feature.Feature;
import io.talon.ctalvae.feature.FeatureProfiles;
import io.talon.evaluation.TestData;
import io.talon.evaluation.protocol.Capture;
import io.talon.evaluation.protocol.Flow;
import io.talon.evaluation.protocol.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CsvCaptureTest {
    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(Exporter.class)
    void noLabelClockOrAddressIsAFeature(Exporter exporter) {
        assertThat(exporter.profile().features().stream().map(Feature::name))
                .doesNotContainAnyElementsOf(Exporter.forbidden());
    }

    @Test
    void widthsAreThoseOfThePaper() {
        assertThat(FeatureProfiles.ARGUS_V1.width()).isEqualTo(41);
        assertThat(FeatureProfiles.CICFLOWMETER_V1.width()).isEqualTo(78);
        assertThat(FeatureProfiles.CICFLOWMETER_NO_PORTS_V1.width()).isEqualTo(76);
    }

    @Test
    void readsRealArgusRowsInOrderOfTime() throws IOException {
        Path file = TestData.require("argus/wustl-iiot-2021-first999.csv");

        CsvCapture csv = CsvCapture.read("rows", file, Exporter.ARGUS, Kind.UNLABELLED, 5_000);

        Capture capture = csv.capture();
        assertThat(csv.flows()).isEqualTo(999);
        assertThat(csv.rejected()).isZero();
        assertThat(capture.indices(Kind.BENIGN)).hasSize(924);
        assertThat(capture.indices(Kind.MALICIOUS)).hasSize(75);
        assertThat(capture.flows().stream().map(Flow::endMicros).toList()).isSorted();
        assertThat(capture.flows().stream().map(Flow::family)).contains("DoS", "Reconn", "-");
    }

    @Test
    void masksRatesThatAreNoNumbersAndUnswapsDays() throws IOException {
        Path file = aciLike(600);

        CsvCapture csv =
                CsvCapture.read("rows", file, Exporter.CICFLOWMETER, Kind.UNLABELLED, 5_000);

        List<Flow> flows = csv.capture().flows();
        assertThat(flows).hasSize(600);
        Instant first = Instant.ofEpochMilli(flows.get(0).endMicros() / 1_000);
        Instant last = Instant.ofEpochMilli(flows.get(599).endMicros() / 1_000);
        assertThat(first).isBetween("2023-11-01T08:59:00Z", "2023-11-01T10:00:00Z");
        assertThat(last).isBetween("2023-11-03T08:00:00Z", "2023-11-03T09:00:00Z");
        int rate =
                FeatureProfiles.CICFLOWMETER_V1.features().stream()
                        .map(Feature::name)
                        .toList()
                        .indexOf("Flow Bytes/s");
        long missing =
                flows.stream()
                        .filter(
                                f ->
                                        Float.isNaN(
                                                f.sequence()
                                                        .value(f.sequence().length() - 1, rate)))
                        .count();
        assertThat(missing).isEqualTo(24);
    }

    @Test
    void sequencesAreBuiltFromAllFlowsBeforeAPartIsKept() throws IOException {
        Path file = aciLike(600);

        CsvCapture part =
                CsvCapture.read("rows", file, Exporter.CICFLOWMETER, Kind.UNLABELLED, 100);

        assertThat(part.capture().flows()).hasSize(100);
        assertThat(part.flows()).isEqualTo(600);
        assertThat(part.capture().flows().stream().filter(f -> f.sequence().length() == 10))
                .hasSizeGreaterThan(70);
    }

    @Test
    void aFileWithoutTheColumnsIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), "StartTime,DstAddr\n1,2\n");

        assertThatThrownBy(() -> CsvCapture.read("x", file, Exporter.ARGUS, Kind.UNLABELLED, 10))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("x.csv")
                .hasMessageContaining("SrcPkts");
    }

    private Path aciLike(int rows) throws IOException {
        Path header = TestData.require("cicflowmeter/aci-iot-2023.header.csv");
        return AciLikeCsv.write(folder.resolve("made.csv"), header, rows);
    }
}
