// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.hard;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.evaluation.TestData;
import io.talon.evaluation.protocol.Capture;
import io.talon.evaluation.protocol.Captures;
import io.talon.evaluation.protocol.Flow;
import io.talon.evaluation.protocol.Kind;
import io.talon.evaluation.protocol.Plan;
import io.talon.evaluation.protocol.Split;
import io.talon.zeek.Conn;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SplicedTest {
    @Test
    void attacksAreOnePercentOfTheTestAndGoToKnownHosts() throws IOException {
        List<Conn> home = Captures.conns(TestData.require("zeek/ctu-normal-42.conn.log.labeled"));
        List<Conn> foreign =
                Captures.conns(TestData.require("zeek/iot23-34-1-mirai.conn.log.labeled"));

        Capture spliced = Spliced.of("spliced", home, foreign, 0.01, 1);

        Split split = Split.of(spliced, Plan.HARD.cut(), 1_000);
        double attacks =
                Arrays.stream(split.test())
                        .filter(i -> spliced.flows().get(i).kind() == Kind.MALICIOUS)
                        .count();
        assertThat(attacks / split.test().length).isBetween(0.008, 0.016);
        assertThat(split.adaptMalicious()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(
                        spliced.flows().stream()
                                .filter(f -> f.kind() == Kind.MALICIOUS)
                                .map(Flow::destination))
                .isSubsetOf(home.stream().map(Conn::respH).collect(Collectors.toSet()));
    }
}
