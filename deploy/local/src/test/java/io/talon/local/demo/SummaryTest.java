// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {
    @Test
    void skippedFlowsCountAndMissingOnesDoNot() {
        JobCounts counts = new JobCounts(0, 0, 0, 17, 5330, 758, 22);

        assertThat(new Summary(5347, counts, 22, 0, 0, List.of()).addsUp()).isTrue();
        assertThat(new Summary(5348, counts, 22, 0, 0, List.of()).addsUp()).isFalse();
        assertThat(new Summary(5347, counts, 21, 0, 0, List.of()).addsUp()).isFalse();
    }
}
