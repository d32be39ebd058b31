// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.explain;

import io.talon.simulator.attack.AttackFamily;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The features that each attack family sets, by what the simulator's attack does and not by what
 * the model says. A family that sends packets of its own making sets their sizes, numbers and pace;
 * one that is not answered sets what an answer would have.
 */
public final class Marks {
    private static final Set<String> NO_ANSWER =
            Set.of(
                    "resp_pkts",
                    "resp_ip_bytes",
                    "resp_bytes_per_pkt",
                    "answered",
                    "duration_missing",
                    "conn_state.S0",
                    "conn_state.REJ",
                    "failed_share",
                    "ip_bytes_balance",
                    "pkts_balance");
    private static final Set<String> PACE = Set.of("gap", "gap_change");
    private static final Set<String> SENT =
            Set.of(
                    "orig_bytes",
                    "orig_pkts",
                    "orig_ip_bytes",
                    "orig_bytes_per_pkt",
                    "ip_bytes_balance",
                    "pkts_balance",
                    "rate");
    private static final Set<String> GOT =
            Set.of("resp_bytes", "resp_pkts", "resp_ip_bytes", "resp_bytes_per_pkt");
    private static final Set<String> ENDING =
            Set.of("conn_state.RSTO", "conn_state.RSTR", "conn_state.S1", "conn_state.SF");
    private static final Set<String> CHANNEL =
            Set.of("service.none", "service.irc", "port.registered", "port.system");

    private Marks() {}

    /** Features of {@code zeek-conn-v1} that the family sets. */
    public static Set<String> of(AttackFamily family) {
        return union(
                switch (family) {
                    case PORT_SCAN -> List.of(NO_ANSWER, PACE, Set.of("resp_ports"), CHANNEL);
                    case HOST_SWEEP -> List.of(NO_ANSWER, PACE);
                    case SYN_FLOOD -> List.of(NO_ANSWER, PACE);
                    case UDP_FLOOD ->
                            List.of(NO_ANSWER, PACE, SENT, Set.of("proto.udp", "resp_ports"));
                    case SLOW_HTTP -> List.of(Set.of("duration", "rate"), PACE, GOT, ENDING);
                    case PASSWORD_GUESSING -> List.of(PACE, SENT, GOT, ENDING, Set.of("duration"));
                    case BEACONING -> List.of(PACE, SENT, GOT, CHANNEL, ENDING);
                    case EXFILTRATION -> List.of(SENT, Set.of("duration"));
                    case MODBUS_WRITE -> List.of(SENT, GOT, PACE, ENDING, Set.of("duration"));
                });
    }

    private static Set<String> union(List<Set<String>> groups) {
        return groups.stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }

    /** Chance that three features drawn at random hold one of so many. */
    public static double chance(int marks, int features) {
        double none = 1;
        for (int i = 0; i < 3; i++) {
            none *= Math.max(0, features - marks - i) / (double) (features - i);
        }
        return 1 - none;
    }
}
