// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.flow.v1.FlowEvent;
import io.talon.job.Conns;
import io.talon.schema.wire.RecordWire;
import io.talon.zeek.Conn;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlowEventsTest {

    private static final SiteId SITE = new SiteId("acme", "plant-7");

    @Test
    void carriesEveryFieldOfARowButItsLabels() throws Exception {
        Conn full =
                new Conn(
                        1_551_377_733_187_481L,
                        "CAcJw21BbVedgFnYH3",
                        "10.0.4.17",
                        51000,
                        "203.0.113.9",
                        443,
                        "tcp",
                        List.of("ssl", "-http"),
                        299_000_001L,
                        1L,
                        2L,
                        "SF",
                        true,
                        false,
                        3L,
                        "ShADadFf",
                        4L,
                        5L,
                        6L,
                        7L,
                        List.of("CTunnel"),
                        6,
                        "1:yZ2ZoACi8HfuYx7+10Gfn8AuAKM=",
                        "aa:bb:cc:dd:ee:ff",
                        "ff:ee:dd:cc:bb:aa",
                        10,
                        20,
                        1_551_377_999_000_000L,
                        "sensor-7a",
                        "Malicious",
                        "C&C");
        FlowEvent sent = wire(FlowEvents.of(full, SITE));

        assertThat(Conns.of(sent))
                .isEqualTo(full.toBuilder().label(null).detailedLabel(null).build());
        assertThat(sent.toString()).doesNotContain("Malicious", "C&C");
        assertThat(FlowEvents.key(sent)).isEqualTo("acme|plant-7|203.0.113.9");
        assertThat(FlowEvents.endMicros(sent)).isEqualTo(full.endMicros());
    }

    @Test
    void keepsAbsentApartFromZero() throws Exception {
        Conn bare =
                Conn.builder().uid("C").origH("10.0.0.1").respH("10.0.0.2").proto("icmp").build();

        assertThat(Conns.of(wire(FlowEvents.of(bare, SITE)))).isEqualTo(bare);
    }

    private static FlowEvent wire(FlowEvent event) throws Exception {
        RecordWire<FlowEvent> wire = RecordWire.of(FlowEvent.class);
        return wire.decode(wire.encode(event));
    }
}
