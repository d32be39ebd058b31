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

    /** Features of {@code zeek-conn-v1} and relations of the site's memory that the family sets. */
    public static Set<String> of(AttackFamily family) {
        return union(List.of(features(family), relations(family)));
    }

    /** Features of {@code zeek-conn-v1} that the family sets. */
    public static Set<String> features(AttackFamily family) {
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

    /** Who talks to whom is set by an intruder, ports by a scan, rhythm by whatever repeats. */
    private static Set<String> relations(AttackFamily family) {
        return switch (family) {
            case PORT_SCAN ->
                    Set.of("client_seen", "orig_port_seen", "resp_port_seen", "pair_conn_state");
            case HOST_SWEEP ->
                    Set.of("client_seen", "orig_port_seen", "resp_port_seen", "pair_conn_state");
            case SYN_FLOOD -> Set.of("pair_conn_state", "pair_gap", "orig_presence");
            case UDP_FLOOD ->
                    Set.of("resp_port_seen", "pair_gap", "pair_resp_bytes", "orig_presence");
            case SLOW_HTTP -> Set.of("pair_gap", "pair_resp_bytes", "pair_conn_state");
            case PASSWORD_GUESSING -> Set.of("pair_gap", "pair_resp_bytes", "repeated_exchange");
            case BEACONING -> Set.of("client_seen", "pair_gap", "repeated_exchange");
            case EXFILTRATION -> Set.of("client_seen", "pair_gap", "orig_presence");
            case MODBUS_WRITE -> Set.of("client_seen", "pair_resp_bytes", "pair_gap");
        };
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
