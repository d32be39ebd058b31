// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.simulator.site.SiteKind;
import io.talon.zeek.Conn;
import io.talon.zeek.ConnColumns;
import io.talon.zeek.ConnReader;
import io.talon.zeek.ConnWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every flow could have been written by Zeek: its fields agree with each other. */
class ZeekFormTest {

    private static final int IP_HEADER = 20;

    private static List<Conn> flows(SiteKind kind) {
        Simulation simulation =
                Simulation.site(kind, 11).lasting(Duration.ofHours(8)).withEveryAttack();
        return simulation.flows(simulation.sites().get(0).name()).toList();
    }

    @ParameterizedTest
    @EnumSource
    void fieldsAgreeWithEachOther(SiteKind kind) {
        Set<String> uids = new HashSet<>();
        for (Conn c : flows(kind)) {
            assertThat(uids.add(c.uid())).as("uid of %s is new", c).isTrue();
            assertThat(c.uid()).matches("C[0-9A-Za-z]{11,17}");
            long packets = c.origPkts() + c.respPkts();
            boolean onePacket = packets == 1;
            assertThat(c.durationMicros() == null).as("no duration: %s", c).isEqualTo(onePacket);
            assertThat(c.origBytes() == null).isEqualTo(onePacket);
            assertThat(c.respBytes() == null).isEqualTo(onePacket);
            assertThat(c.localOrig()).isEqualTo(isPrivate(c.origH()));
            if (!onePacket) {
                wire(c);
            }
            switch (c.proto()) {
                case "tcp" -> tcp(c);
                case "udp" -> udp(c);
                default ->
                        assertThat(List.of(c.proto(), c.connState(), c.origP(), c.respP()))
                                .containsExactly("icmp", "OTH", 8, 0);
            }
        }
    }

    /**
     * Bytes on the wire are payload, headers and repeats; what the sensor missed is not among them.
     */
    private static void wire(Conn c) {
        assertThat(c.durationMicros()).as("duration of %s", c).isNotNegative();
        int header = c.proto().equals("tcp") ? 2 * IP_HEADER : IP_HEADER + 8;
        assertThat(c.origIpBytes())
                .as("%s", c)
                .isGreaterThanOrEqualTo(c.origBytes() + header * c.origPkts());
        if (c.missedBytes() == 0) {
            assertThat(c.respIpBytes())
                    .as("%s", c)
                    .isGreaterThanOrEqualTo(c.respBytes() + header * c.respPkts());
        }
    }

    private static void tcp(Conn c) {
        String history = c.history();
        assertThat(history).startsWith("S");
        assertThat(history.contains("D"))
                .as("%s", c)
                .isEqualTo(c.origBytes() != null && c.origBytes() > 0);
        assertThat(history.contains("d"))
                .as("%s", c)
                .isEqualTo(c.respBytes() != null && c.respBytes() > 0);
        assertThat(history.contains("g")).isEqualTo(c.missedBytes() > 0);
        switch (c.connState()) {
            case "SF" -> assertThat(history).matches("ShA.*(Ff|fF)");
            case "S0" -> {
                assertThat(history).isEqualTo("S");
                assertThat(c.respPkts()).isZero();
            }
            case "REJ" -> assertThat(history).isEqualTo("Sr");
            case "RSTO" -> assertThat(history).matches("Sh.*R");
            case "RSTR" -> assertThat(history).matches("ShA.*r");
            case "S1" -> assertThat(history).matches("Sh[^FfRr]*");
            case "S2" -> assertThat(history).matches("ShA[^FfRr]*F");
            case "S3" -> assertThat(history).matches("ShA[^FfRr]*f");
            default -> throw new AssertionError(c.connState());
        }
        if (c.origBytes() == null || c.origBytes() + c.respBytes() == 0) {
            assertThat(c.service()).as("no payload, no service: %s", c).isEmpty();
        }
    }

    private static void udp(Conn c) {
        boolean answered = c.respPkts() > 0;
        assertThat(c.connState()).isEqualTo(answered ? "SF" : "S0");
        assertThat(c.history()).isEqualTo(answered ? "Dd" : "D");
    }

    private static boolean isPrivate(String address) {
        return address.matches("(10|192\\.168|172\\.(1[6-9]|2\\d|3[01]))\\..*");
    }

    @Test
    void logsReadBackWithoutLoss() throws IOException {
        List<Conn> flows = flows(SiteKind.PLANT);
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        try (ConnWriter writer = ConnWriter.tsv(log, ConnColumns.LABELLED)) {
            for (Conn flow : flows) {
                writer.write(flow);
            }
        }
        try (ConnReader reader =
                ConnReader.of(new ByteArrayInputStream(log.toByteArray()), "plant")) {
            List<Conn> back = new ArrayList<>();
            reader.forEachRemaining(
                    line -> {
                        if (line instanceof io.talon.zeek.ConnLine.Read read) {
                            back.add(read.conn());
                        }
                    });
            assertThat(back).isEqualTo(flows);
            assertThat(reader.counts().rejected()).isZero();
        }
    }
}
