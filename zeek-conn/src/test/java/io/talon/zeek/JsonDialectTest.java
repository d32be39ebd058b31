// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.zeek;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDialectTest {

    private static final String DOTTED =
            """
            {"ts":1626284618.384979,"uid":"Cw","id.orig_h":"192.168.1.1","id.orig_p":5353,"id.resp_h":"fe80::1",\
            "id.resp_p":53,"proto":"udp","service":"dns,quic","duration":0.23780393600463868,"conn_state":"SF",\
            "local_orig":true,"history":"Dd","orig_pkts":1,"tunnel_parents":["Ca","Cb"]}
            """;

    private static final Conn FLOW = flow();

    private static Conn flow() {
        try {
            return Logs.read(DOTTED).flow();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void readsDottedNames() {
        assertThat(FLOW.tsMicros()).isEqualTo(1_626_284_618_384_979L);
        assertThat(FLOW.durationMicros()).isEqualTo(237_804);
        assertThat(FLOW.service()).containsExactly("dns", "quic");
        assertThat(FLOW.tunnelParents()).containsExactly("Ca", "Cb");
        assertThat(FLOW.localOrig()).isTrue();
        assertThat(FLOW.localResp()).isNull();
        assertThat(FLOW.origBytes()).isNull();
        assertThat(FLOW.missedBytes()).isZero();
    }

    @Test
    void readsNestedIds() throws IOException {
        String nested =
                DOTTED.replace("\"id.orig_h\"", "\"id\":{\"orig_h\"")
                        .replace("\"id.orig_p\"", "\"orig_p\"")
                        .replace("\"id.resp_h\"", "\"resp_h\"")
                        .replace("\"id.resp_p\":53", "\"resp_p\":53,\"ctx\":{\"vlan\":7}}");

        assertThat(Logs.read(nested).flow()).isEqualTo(FLOW.toBuilder().vlan(7).build());
    }

    @Test
    void readsUnderscoreIds() throws IOException {
        assertThat(Logs.read(DOTTED.replace("id.", "id_")).flow()).isEqualTo(FLOW);
    }

    @Test
    void readsTheTaggedFormWithItsStaticFields() throws IOException {
        String tagged = "{\"sensor\":\"north\",\"conn\":" + DOTTED.strip() + "}\n";

        assertThat(Logs.read(tagged).flow()).isEqualTo(FLOW.toBuilder().sensor("north").build());
    }

    @Test
    void readsExtensionPrefixes() throws IOException {
        String extended =
                DOTTED.replace(
                        "{\"ts\"",
                        "{\"_path\":\"conn\",\"_write_ts\":1626284619.5,\"_node_name\":\"w1\",\"_system_name\":\"s1\",\"ts\"");

        Conn expected = FLOW.toBuilder().writeTsMicros(1_626_284_619_500_000L).sensor("s1").build();
        assertThat(Logs.read(extended).flow()).isEqualTo(expected);
        assertThat(Logs.read(extended.replace("\"_", "\"@")).flow()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1626284618384,1626284618384000",
        "1626284618,1626284618000000",
        "1.626284618384979E9,1626284618384979",
        "11.5,11500000",
        "'\"2021-07-14T17:43:38.384979Z\"',1626284618384979",
        "'\"2021-07-14T19:43:38.384979+02:00\"',1626284618384979",
        "'\"1626284618.384979\"',1626284618384979",
        "1626284618.3849785,1626284618384979",
    })
    void readsEveryFormOfTime(String ts, long micros) throws IOException {
        assertThat(Logs.read(DOTTED.replace("1626284618.384979", ts)).flow().tsMicros())
                .isEqualTo(micros);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1626284618384979",
                "\"2021-07-14T17:43:38\"",
                "1e999999999",
                "-5",
                "\"\"",
                "true",
                "[1]",
                "{}"
            })
    void rejectsTimesThatAreNone(String ts) throws IOException {
        Logs.Outcome outcome = Logs.read(DOTTED + DOTTED.replace("1626284618.384979", ts));

        assertThat(outcome.flows()).containsExactly(FLOW);
        assertThat(outcome.rejections())
                .singleElement()
                .asString()
                .startsWith("2: ")
                .contains("ts");
    }

    @Test
    void takesNullForAbsent() throws IOException {
        assertThat(Logs.read(DOTTED.replace("\"Dd\"", "null")).flow().history()).isNull();
    }

    @Test
    void rejectsCountsBeyondSignedLongs() throws IOException {
        String max = DOTTED.replace("\"orig_pkts\":1", "\"orig_pkts\":18446744073709551615");

        assertThat(Logs.read(DOTTED + max).rejections())
                .containsExactly("2: orig_pkts '18446744073709551615' exceeds 2^63-1");
    }

    @Test
    void readsCountsThatAToolTurnedIntoFloats() throws IOException {
        assertThat(
                        Logs.read(DOTTED.replace("\"orig_pkts\":1", "\"orig_pkts\":12.0"))
                                .flow()
                                .origPkts())
                .isEqualTo(12);
    }

    @Test
    void skipsRecordsOfOtherLogs() throws IOException {
        String dns = "{\"_path\":\"dns\",\"ts\":1.0,\"uid\":\"C\",\"rtt\":-1,\"duration\":\"x\"}\n";
        String taggedDns = "{\"dns\":{\"ts\":1.0,\"uid\":\"C\"}}\n";

        Logs.Outcome outcome = Logs.read(dns + DOTTED + taggedDns);

        assertThat(outcome.flows()).containsExactly(FLOW);
        assertThat(outcome.skips())
                .containsExactly(
                        "1: is of dns.log, not conn.log", "3: is of dns.log, not conn.log");
    }

    @Test
    void rejectsBrokenJsonAndGoesOn() throws IOException {
        String cut = DOTTED.substring(0, 120);

        Logs.Outcome outcome =
                Logs.read(
                        DOTTED.substring(30)
                                + DOTTED
                                + cut
                                + "\n"
                                + DOTTED.strip()
                                + "x\n"
                                + DOTTED
                                + cut);

        assertThat(outcome.flows()).containsExactly(FLOW, FLOW);
        assertThat(outcome.rejections()).hasSize(4);
        assertThat(outcome.rejections().get(0)).isEqualTo("1: stands before any #fields header");
        assertThat(outcome.rejections().get(1)).startsWith("3: is no valid JSON: ");
        assertThat(outcome.rejections().get(2)).startsWith("4: is no valid JSON: ");
        assertThat(outcome.rejections().get(3)).startsWith("6: is no valid JSON: ");
    }

    @Test
    void rejectsTwoObjectsOnOneLineAndTwoValuesOfOneField() throws IOException {
        String twice = DOTTED.strip() + DOTTED;
        String ambiguous = DOTTED.replace("\"proto\"", "\"id_orig_h\":\"1.1.1.1\",\"proto\"");

        assertThat(Logs.read(DOTTED + twice + ambiguous).rejections())
                .containsExactly(
                        "2: goes on after its JSON object", "3: has more than one id.orig_h");
    }

    @Test
    void namesUnknownMembersOnceEvenNestedOnes() throws IOException {
        String odd =
                DOTTED.replace("\"proto\"", "\"a\":{\"b\":[1,{\"c\":2}],\"d\":null},\"proto\"");

        assertThat(Logs.read(odd + odd).counts().unknownColumns()).containsExactly("a.b", "a.d");
        assertThat(Logs.read(odd).flow()).isEqualTo(FLOW);
    }

    @Test
    void rejectsAbysmalNesting() throws IOException {
        String deep = "{\"a\":".repeat(500) + "1" + "}".repeat(500) + "\n";

        assertThat(Logs.read(DOTTED + deep).rejections())
                .singleElement()
                .asString()
                .contains("is no valid JSON");
    }
}
