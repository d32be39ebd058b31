// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.zeek;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Builders;

/** Arbitrary flows: every component present or absent, any text that UTF-8 can carry. */
final class Conns {

    private static final long YEAR_5138 = 100_000_000_000_000_000L;

    private Conns() {}

    static Arbitrary<Conn> any() {
        return Builders.withBuilder(Conn::builder)
                .use(micros())
                .in(Conn.Builder::tsMicros)
                .use(text().filter(s -> !s.isEmpty()))
                .in(Conn.Builder::uid)
                .use(address())
                .in(Conn.Builder::origH)
                .use(Arbitraries.integers().between(0, 65535))
                .in(Conn.Builder::origP)
                .use(address())
                .in(Conn.Builder::respH)
                .use(Arbitraries.integers().between(0, 65535))
                .in(Conn.Builder::respP)
                .use(Arbitraries.of("tcp", "udp", "icmp", "unknown_transport"))
                .in(Conn.Builder::proto)
                .use(words(text().map(s -> s.replace(",", ""))))
                .in(Conn.Builder::service)
                .use(micros().injectNull(0.2))
                .in(Conn.Builder::durationMicros)
                .use(count())
                .in(Conn.Builder::origBytes)
                .use(count())
                .in(Conn.Builder::respBytes)
                .use(text().injectNull(0.2))
                .in(Conn.Builder::connState)
                .use(bool())
                .in(Conn.Builder::localOrig)
                .use(bool())
                .in(Conn.Builder::localResp)
                .use(Arbitraries.longs().greaterOrEqual(0))
                .in(Conn.Builder::missedBytes)
                .use(text())
                .in(Conn.Builder::history)
                .use(count())
                .in(Conn.Builder::origPkts)
                .use(count())
                .in(Conn.Builder::origIpBytes)
                .use(count())
                .in(Conn.Builder::respPkts)
                .use(count())
                .in(Conn.Builder::respIpBytes)
                .use(words(text()))
                .in(Conn.Builder::tunnelParents)
                .use(Arbitraries.integers().between(0, 255).injectNull(0.2))
                .in(Conn.Builder::ipProto)
                .use(text().injectNull(0.2))
                .in(Conn.Builder::communityId)
                .use(text().injectNull(0.2))
                .in(Conn.Builder::origL2Addr)
                .use(text().injectNull(0.2))
                .in(Conn.Builder::respL2Addr)
                .use(Arbitraries.integers().greaterOrEqual(0).injectNull(0.2))
                .in(Conn.Builder::vlan)
                .use(Arbitraries.integers().greaterOrEqual(0).injectNull(0.2))
                .in(Conn.Builder::innerVlan)
                .use(micros().injectNull(0.2))
                .in(Conn.Builder::writeTsMicros)
                .use(text().injectNull(0.2))
                .in(Conn.Builder::sensor)
                .use(text().injectNull(0.2))
                .in(Conn.Builder::label)
                .use(text().injectNull(0.2))
                .in(Conn.Builder::detailedLabel)
                .build(Conn.Builder::build);
    }

    private static Arbitrary<Long> micros() {
        return Arbitraries.longs().between(0, YEAR_5138 - 1);
    }

    private static Arbitrary<Long> count() {
        return Arbitraries.longs().greaterOrEqual(0).injectNull(0.2);
    }

    private static Arbitrary<Boolean> bool() {
        return Arbitraries.of(true, false).injectNull(0.2);
    }

    /** Zeek's own words, its placeholders and separators, and whatever else. */
    private static Arbitrary<String> text() {
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(
                        3,
                        Arbitraries.of(
                                "ShADadFf",
                                "-",
                                "(empty)",
                                "",
                                "a b   c",
                                "\\x09",
                                "#fields",
                                "a\tb",
                                "x,y",
                                "\r",
                                "é\n")),
                net.jqwik.api.Tuple.of(1, Arbitraries.strings().ascii().ofMaxLength(12)),
                net.jqwik.api.Tuple.of(
                        1, Arbitraries.strings().withCharRange('\0', '\uD7FF').ofMaxLength(12)));
    }

    private static Arbitrary<List<String>> words(Arbitrary<String> word) {
        return word.filter(s -> !s.isEmpty()).list().ofMaxSize(3);
    }

    private static Arbitrary<String> address() {
        Arbitrary<Integer> octet = Arbitraries.integers().between(0, 255);
        return Arbitraries.oneOf(
                octet.list().ofSize(4).map(o -> "%d.%d.%d.%d".formatted(o.toArray())),
                Arbitraries.of(
                        "::",
                        "::1",
                        "fe80::1%eth0",
                        "2001:db8::192.0.2.1",
                        "2001:db8:1:2:3:4:5:6",
                        "1::"));
    }
}
