// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.zeek.Conn;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndTimeOrderTest {

    private final List<String> left = new ArrayList<>();
    private final EndTimeOrder order = new EndTimeOrder(conn -> left.add(conn.uid()));

    @Test
    void letsFlowsGoInTheOrderOfTheirEnd() {
        add("long", 0, 100);
        add("b", 50, 0);
        add("a", 50, 0);
        order.finish();

        assertThat(left).containsExactly("a", "b", "long");
    }

    @Test
    void holdsBackHalfAnHourAndNoMore() {
        add("first", 0, 0);
        add("second", 1800, 0);
        assertThat(left).isEmpty();

        add("third", 1801, 0);
        assertThat(left).containsExactly("first");

        add("late", 0, 0);
        assertThat(left).containsExactly("first", "late");
    }

    private void add(String uid, long ts, long duration) {
        order.add(
                Conn.builder()
                        .uid(uid)
                        .origH("10.0.0.1")
                        .respH("10.0.0.2")
                        .proto("tcp")
                        .tsMicros(ts * 1_000_000)
                        .durationMicros(duration * 1_000_000)
                        .build());
    }
}
