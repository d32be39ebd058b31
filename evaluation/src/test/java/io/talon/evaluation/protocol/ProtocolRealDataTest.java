// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.evaluation.TestData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ProtocolRealDataTest {
    @Test
    void countsKindsOfARealCaptureAsItsLabelsSay() throws IOException {
        Path file = TestData.require("zeek/iot23-34-1-mirai.conn.log.labeled");

        Capture capture = Captures.read("iot23-34-1", file);

        assertThat(capture.flows()).hasSize(23_145);
        assertThat(capture.indices(Kind.BENIGN)).hasSize(1_923);
        assertThat(capture.indices(Kind.MALICIOUS)).hasSize(14_394 + 6_706 + 122);
        assertThat(capture.flows().stream().map(Flow::endMicros).toList()).isSorted();
        Split split = Split.of(capture, Cut.DEFAULT, Integer.MAX_VALUE);
        assertThat(
                        Arrays.stream(split.adaptMalicious())
                                .mapToObj(i -> capture.flows().get(i).family()))
                .allMatch(f -> f.contains("C&C"));
    }
}
