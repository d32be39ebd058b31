// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.zeek;

import static io.talon.zeek.Logs.HEADER;
import static io.talon.zeek.Logs.ROW;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TsvDialectTest {

    @Test
    void keepsAbsentApartFromZero() throws IOException {
        Conn flow = Logs.read(HEADER + ROW.replace("3.139211", "-")).flow();

        assertThat(flow.durationMicros()).isNull();
        assertThat(flow.origBytes()).isZero();
        assertThat(flow.respBytes()).isNull();
        assertThat(flow.service()).isEmpty();
        assertThat(flow.endMicros()).isEqualTo(flow.tsMicros()).isEqualTo(1_545_403_816_962_094L);
    }

    @Test
    void endsAFlowAtTimePlusDuration() throws IOException {
        assertThat(Logs.read(HEADER + ROW).flow().endMicros()).isEqualTo(1_545_403_820_101_305L);
    }

    @ParameterizedTest
    @CsvSource({"\\x7c,|", "\\x20,' '", "\\x2c,','", "\\x7c\\x7c,||", "|,|", "\\x09,'\t'"})
    void takesAnySeparatorThatTheHeaderDeclares(String declared, String separator)
            throws IOException {
        String log =
                (HEADER + ROW)
                        .replace("#set_separator\t,", "#set_separator\t;")
                        .replace("\t", separator)
                        .replace("#separator \\x09", "#separator " + declared);

        assertThat(Logs.read(log).flow()).isEqualTo(Logs.read(HEADER + ROW).flow());
    }

    @Test
    void takesTheDeclaredPlaceholders() throws IOException {
        String log =
                (HEADER + ROW.replace("\t-\n", "\tNONE\n"))
                        .replace("#empty_field\t(empty)", "#empty_field\tNONE")
                        .replace("#unset_field\t-", "#unset_field\tNIL")
                        .replace("\t-\t", "\tNIL\t");

        Conn flow = Logs.read(log).flow();

        assertThat(flow.service()).isEmpty();
        assertThat(flow.tunnelParents()).isEmpty();
    }

    @Test
    void splitsSetsAtTheDeclaredSetSeparator() throws IOException {
        String log =
                HEADER.replace("#set_separator\t,", "#set_separator\t;")
                        + ROW.replace("\t-\n", "\tCa;Cb\\x3bx\n");

        assertThat(Logs.read(log).flow().tunnelParents()).containsExactly("Ca", "Cb;x");
    }

    @Test
    void splitsServicesAtCommas() throws IOException {
        assertThat(Logs.read(HEADER + ROW.replace("tcp\t-", "tcp\tssl,quic,-x")).flow().service())
                .containsExactly("ssl", "quic", "-x");
    }

    @Test
    void undoesEscapes() throws IOException {
        String header = HEADER.replace("service", "label");

        assertThat(Logs.read(header + ROW.replace("tcp\t-", "tcp\t\\x2d")).flow().label())
                .isEqualTo("-");
        assertThat(
                        Logs.read(
                                        header
                                                + ROW.replace(
                                                        "tcp\t-",
                                                        "tcp\ta\\x09b\\\\x \\xc3\\xa9 \\q"))
                                .flow()
                                .label())
                .isEqualTo("a\tb\\x é \\q");
    }

    @Test
    void readsHeaderLinesThatAreIndentedOrRespaced() throws IOException {
        String respaced = HEADER.replace('\t', ' ').replace("#", "\t#");

        assertThat(Logs.read(respaced + ROW).flow()).isEqualTo(Logs.read(HEADER + ROW).flow());
    }

    @Test
    void readsWindowsLineEndsAByteOrderMarkAndAnOpenLastLine() throws IOException {
        String log = "\uFEFF" + (HEADER + ROW).replace("\n", "\r\n").stripTrailing();

        assertThat(Logs.read(log).flow()).isEqualTo(Logs.read(HEADER + ROW).flow());
    }

    @Test
    void startsAfreshAtEachHeaderOfAConcatenatedLog() throws IOException {
        String other =
                "#separator |\n"
                        + "#path|conn\n"
                        + "#fields|uid|ts|id.resp_h|id.resp_p|id.orig_h|id.orig_p|proto|history\n"
                        + "C2|5.5|1.1.1.1|1|2.2.2.2|2|udp|Dd\n";

        Logs.Outcome outcome = Logs.read(HEADER + ROW + "#close\t2020\n" + other + HEADER + ROW);

        assertThat(outcome.flows()).extracting(Conn::uid).containsExactly("CrDn63", "C2", "CrDn63");
        assertThat(outcome.flows()).extracting(Conn::origP).containsExactly(41040, 2, 41040);
        assertThat(outcome.counts().skipped()).isEqualTo(6 + 1 + 3 + 6);
    }

    @Test
    void skipsRowsOfAnotherLogWithItsName() throws IOException {
        String dns = "#separator \\x09\n#path\tdns\n#fields\tts\tuid\tquery\n1.0\tC1\ta.example\n";

        Logs.Outcome outcome = Logs.read(HEADER + ROW + dns);

        assertThat(outcome.flows()).hasSize(1);
        assertThat(outcome.skips()).contains("11: is of dns.log, not conn.log");
        assertThat(outcome.counts().unknownColumns()).isEmpty();
    }

    @Test
    void rejectsRowsUnderALaterHeaderThatNamesNoConn() throws IOException {
        String bad = "#separator \\x09\n#fields\tts\tuid\n1.0\tC1\n";

        assertThat(Logs.read(HEADER + ROW + bad).rejections())
                .containsExactly(
                        "10: is under a header of which its #fields lack id.orig_h, id.orig_p,"
                                + " id.resp_h, id.resp_p, proto");
    }

    @Test
    void rejectsARowOfTheWrongWidth() throws IOException {
        Logs.Outcome outcome = Logs.read(HEADER + ROW + "1545403816.96\tCut\t192.1\n" + ROW);

        assertThat(outcome.flows()).hasSize(2);
        assertThat(outcome.rejections())
                .containsExactly("8: has 3 columns where the header in line 6 names 11");
        ConnLine.Rejected rejected = (ConnLine.Rejected) outcome.lines().get(7);
        assertThat(new String(rejected.raw(), StandardCharsets.UTF_8))
                .isEqualTo("1545403816.96\tCut\t192.1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "1545403816.962094 > - > has no ts",
                "1545403816.962094 > XXXXXXXXXX.XXXXXX > ts 'XXXXXXXXXX.XXXXXX' is no number",
                "CrDn63 > - > has no uid",
                "CrDn63 > (empty) > uid '' is empty",
                "192.168.1.195 > - > has no id.orig_h",
                "192.168.1.195 > printer > id.orig_h 'printer' is no IP address",
                "41040 > - > has no id.orig_p",
                "41040 > 65536 > id.orig_p '65536' is no port (0–65535)",
                "10.0.0.1 > - > has no id.resp_h",
                "tcp > - > has no proto",
                "3.139211 > -3.1 > duration '-3.1' is negative",
                "3.139211 > fast > duration 'fast' is no number",
                "3.139211\\t0 > 3.139211\\t-1 > orig_bytes '-1' is no count",
                "3.139211\\t0 > 3.139211\\t1.5 > orig_bytes '1.5' is no count",
                "3.139211\\t0 > 3.139211\\t9223372036854775808 > orig_bytes '9223372036854775808'"
                        + " exceeds 2^63-1",
            })
    void rejectsWhatAColumnCannotHold(String good, String bad, String reason) throws IOException {
        String row = ROW.replace(good.translateEscapes(), bad.translateEscapes());

        assertThat(Logs.read(HEADER + row).rejections()).containsExactly("7: " + reason);
    }

    @Test
    void readsTheLargestCount() throws IOException {
        assertThat(
                        Logs.read(HEADER + ROW.replace("\t0\t", "\t9223372036854775807\t"))
                                .flow()
                                .origBytes())
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void namesUnknownColumnsOnce() throws IOException {
        String log = HEADER.replace("orig_bytes", "shoe_size") + ROW + ROW;

        assertThat(Logs.read(log + log).counts().unknownColumns()).containsExactly("shoe_size");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"label\tdetailedlabel", "label\tdetailed-label", "label\tdetailed_label"})
    void readsProperLabelColumns(String names) throws IOException {
        String log =
                HEADER.replace("tunnel_parents", "tunnel_parents\t" + names)
                        + ROW.replace("\t-\n", "\t(empty)\tMalicious\tPort Scan\n");

        Conn flow = Logs.read(log).flow();

        assertThat(List.of(flow.label(), flow.detailedLabel()))
                .containsExactly("Malicious", "Port Scan");
    }

    @Test
    void readsThePackedLastColumnOfIot23() throws IOException {
        String header = HEADER.replace("tunnel_parents", "tunnel_parents   label   detailed-label");

        Conn benign = Logs.read(header + ROW.replace("\t-\n", "\t-   Benign   -\n")).flow();
        Conn attack =
                Logs.read(header + ROW.replace("\t-\n", "\t(empty)   Malicious   C&C-HeartBeat\n"))
                        .flow();

        assertThat(benign.label()).isEqualTo("Benign");
        assertThat(benign.detailedLabel()).isNull();
        assertThat(attack.tunnelParents()).isEmpty();
        assertThat(attack.detailedLabel()).isEqualTo("C&C-HeartBeat");
    }

    @Test
    void rejectsACutPackedColumn() throws IOException {
        String header = HEADER.replace("tunnel_parents", "tunnel_parents   label   detailed-label");

        assertThat(Logs.read(header + ROW.replace("\t-\n", "\t-   Ben")).rejections())
                .containsExactly(
                        "7: has 2 of the values tunnel_parents, label, detailed-label in its last"
                                + " column");
    }

    @ParameterizedTest
    @CsvSource({
        "id_orig_h,id_orig_p,id_resp_h,id_resp_p",
        "src,src_port,dst,dst_port",
        "src_ip,src_port,dst_ip,dst_port"
    })
    void takesRenamedIds(String origH, String origP, String respH, String respP)
            throws IOException {
        String header =
                HEADER.replace("id.orig_h", origH)
                        .replace("id.orig_p", origP)
                        .replace("id.resp_h", respH)
                        .replace("id.resp_p", respP);

        assertThat(Logs.read(header + ROW).flow()).isEqualTo(Logs.read(HEADER + ROW).flow());
    }

    @Test
    void prefersZeeksOwnNameToARenamedOne() throws IOException {
        String header = HEADER.replace("service", "src");

        assertThat(Logs.read(header + ROW.replace("tcp\t-", "tcp\t9.9.9.9")).flow().origH())
                .isEqualTo("192.168.1.195");
    }

    @Test
    void takesTheNodeForTheSensorWhereNoSystemIsNamed() throws IOException {
        String header =
                HEADER.replace("\tservice", "\t_node_name").replace("orig_bytes", "_system_name");
        String row = ROW.replace("tcp\t-", "tcp\tworker-1");

        assertThat(Logs.read(header + row.replace("\t0\t", "\tzeek-a\t")).flow().sensor())
                .isEqualTo("zeek-a");
        assertThat(Logs.read(header + row.replace("\t0\t", "\t-\t")).flow().sensor())
                .isEqualTo("worker-1");
    }
}
