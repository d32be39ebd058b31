// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.document;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;

/**
 * How an analyst would say one feature's actual and typical value. Covers profile {@code
 * zeek-conn-v1} and the relations of a site's memory; a feature of another profile is said under
 * its own name.
 */
final class FeatureWords {

    private static final Map<String, Wording> WORDS =
            Map.ofEntries(
                    entry("duration", quantity("duration")),
                    entry("orig_bytes", quantity("source payload")),
                    entry("resp_bytes", quantity("destination payload")),
                    entry("orig_pkts", quantity("source packets")),
                    entry("resp_pkts", quantity("destination packets")),
                    entry("orig_ip_bytes", quantity("source bytes")),
                    entry("resp_ip_bytes", quantity("destination bytes")),
                    entry("gap", quantity("time since the previous flow")),
                    entry("orig_bytes_per_pkt", quantity("source bytes per packet")),
                    entry("resp_bytes_per_pkt", quantity("destination bytes per packet")),
                    entry("rate", quantity("transfer rate")),
                    entry("payload_sides", quantity("sides that sent payload")),
                    entry("history.S", quantity("SYNs by the source")),
                    entry("history.s", quantity("SYNs by the destination")),
                    entry("history.H", quantity("SYN-ACKs by the source")),
                    entry("history.h", quantity("SYN-ACKs by the destination")),
                    entry("history.D", quantity("data exchanges by the source")),
                    entry("history.d", quantity("data exchanges by the destination")),
                    entry("history.A", quantity("bare ACKs by the source")),
                    entry("history.a", quantity("bare ACKs by the destination")),
                    entry("history.F", quantity("FINs by the source")),
                    entry("history.f", quantity("FINs by the destination")),
                    entry("history.R", quantity("resets by the source")),
                    entry("history.r", quantity("resets by the destination")),
                    entry("history.^", quantity("flips of direction by the sensor")),
                    entry("client_seen", odds("this source at this service")),
                    entry("orig_port_seen", odds("this port used by the source")),
                    entry("resp_port_seen", odds("this port at the destination")),
                    entry("pair_conn_state", odds("this ending between the two")),
                    entry("pair_resp_bytes", odds("this answer size between the two")),
                    entry("pair_gap", odds("this pace between the two")),
                    entry("repeated_exchange", odds("so many equal exchanges")),
                    entry("orig_presence", odds("so many flows in a row by one source")),
                    entry("orig_order", odds("this source after the one before")),
                    entry("ip_bytes_balance", balance("source's share of the bytes")),
                    entry("pkts_balance", balance("source's share of the packets")),
                    entry("resp_ports", share("variety of destination ports")),
                    entry("failed_share", share("failed flows")),
                    entry("gap_change", factor("rhythm changed by a factor of")),
                    entry("duration_missing", flag("no duration measured", "duration measured")),
                    entry("missed_bytes", flag("sensor missed payload", "no payload missed")),
                    entry("answered", flag("destination answered", "destination did not answer")),
                    entry(
                            "port.system",
                            flag("destination port below 1024", "destination port above 1023")),
                    entry(
                            "port.registered",
                            flag(
                                    "destination port between 1024 and 32767",
                                    "destination port not between 1024 and 32767")));

    private FeatureWords() {}

    /** The phrase, or empty if said in words actual and typical are the same. */
    static Optional<String> say(String feature, String unit, double actual, double typical) {
        return WORDS.getOrDefault(feature, quantity(feature.replace('_', ' ')))
                .say(unit, actual, typical);
    }

    private interface Wording {
        Optional<String> say(String unit, double actual, double typical);
    }

    private static Wording quantity(String label) {
        return (unit, actual, typical) ->
                versus(label, Quantity.of(actual, unit), Quantity.of(typical, unit));
    }

    private static Wording share(String label) {
        return (unit, actual, typical) ->
                versus(label, Quantity.percent(actual), Quantity.percent(typical));
    }

    /** From (a − b) / (a + b) to a / (a + b). */
    private static Wording balance(String label) {
        return (unit, actual, typical) ->
                share(label).say(unit, (1 + actual) / 2, (1 + typical) / 2);
    }

    private static Wording factor(String label) {
        return (unit, actual, typical) ->
                versus(
                        label,
                        Quantity.of(Math.exp(actual), "1"),
                        Quantity.of(Math.exp(typical), "1"));
    }

    /** From surprise, −ln P, to one in 1 / P. */
    private static Wording odds(String label) {
        return (unit, actual, typical) ->
                versus(
                        label,
                        "one in " + Quantity.of(Math.exp(actual), "1"),
                        "one in " + Quantity.of(Math.exp(typical), "1"));
    }

    private static Wording flag(String set, String unset) {
        return (unit, actual, typical) ->
                actual >= 0.5 == typical >= 0.5
                        ? Optional.empty()
                        : Optional.of((actual >= 0.5 ? set : unset) + ", which is not typical");
    }

    private static Optional<String> versus(String label, String actual, String typical) {
        return actual.equals(typical)
                ? Optional.empty()
                : Optional.of("%s %s vs typical %s".formatted(label, actual, typical));
    }
}
