// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.zeek;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RoundTripTest {

    @Provide
    Arbitrary<Conn> flows() {
        return Conns.any();
    }

    @Property(tries = 500)
    void tsvKeepsEveryValue(
            @ForAll @Size(min = 1, max = 5) List<@net.jqwik.api.From("flows") Conn> flows)
            throws IOException {
        byte[] log = write(flows, out -> ConnWriter.tsv(out, ConnColumns.ALL));

        Logs.Outcome outcome = Logs.read(log);

        assertThat(outcome.flows()).isEqualTo(flows);
        assertThat(outcome.counts().lines()).isEqualTo(Logs.lineCount(log));
        assertThat(outcome.counts().unknownColumns()).isEmpty();
    }

    @Property(tries = 500)
    void jsonKeepsEveryValue(
            @ForAll @Size(min = 1, max = 5) List<@net.jqwik.api.From("flows") Conn> flows)
            throws IOException {
        assertThat(Logs.read(write(flows, ConnWriter::json)).flows()).isEqualTo(flows);
    }

    @Test
    void writesWhatAStockZeekWrites() throws IOException {
        Conn flow =
                Conn.builder()
                        .tsMicros(1_545_403_816_062_094L)
                        .uid("CrDn63")
                        .origH("192.168.1.195")
                        .origP(41040)
                        .respH("10.0.0.1")
                        .respP(80)
                        .proto("tcp")
                        .service(List.of("http"))
                        .durationMicros(3_000_211L)
                        .origBytes(0L)
                        .connState("SF")
                        .localOrig(true)
                        .localResp(false)
                        .history("ShADadFf")
                        .origPkts(3L)
                        .label("Benign")
                        .build();

        String tsv = new String(write(List.of(flow), ConnWriter::tsv), StandardCharsets.UTF_8);
        String json =
                new String(
                        write(List.of(flow), out -> ConnWriter.json(out, ConnColumns.ZEEK)),
                        StandardCharsets.UTF_8);

        assertThat(tsv)
                .isEqualTo(
                        """
                        #separator \\x09
                        #set_separator\t,
                        #empty_field\t(empty)
                        #unset_field\t-
                        #path\tconn
                        #open\t2018-12-21-14-50-16
                        #fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tservice\tduration\torig_bytes\tresp_bytes\tconn_state\tlocal_orig\tlocal_resp\tmissed_bytes\thistory\torig_pkts\torig_ip_bytes\tresp_pkts\tresp_ip_bytes\ttunnel_parents\tip_proto
                        #types\ttime\tstring\taddr\tport\taddr\tport\tenum\tstring\tinterval\tcount\tcount\tstring\tbool\tbool\tcount\tstring\tcount\tcount\tcount\tcount\tset[string]\tcount
                        1545403816.062094\tCrDn63\t192.168.1.195\t41040\t10.0.0.1\t80\ttcp\thttp\t3.000211\t0\t-\tSF\tT\tF\t0\tShADadFf\t3\t-\t-\t-\t-\t-
                        #close\t2018-12-21-14-50-19
                        """);
        assertThat(json)
                .isEqualTo(
                        """
                        {"ts":1545403816.062094,"uid":"CrDn63","id.orig_h":"192.168.1.195","id.orig_p":41040,\
                        "id.resp_h":"10.0.0.1","id.resp_p":80,"proto":"tcp","service":"http","duration":3.000211,\
                        "orig_bytes":0,"conn_state":"SF","local_orig":true,"local_resp":false,"missed_bytes":0,\
                        "history":"ShADadFf","orig_pkts":3}
                        """);
    }

    @Test
    void writesAReadableLogWithoutFlows() throws IOException {
        assertThat(Logs.read(write(List.of(), ConnWriter::tsv)).counts().skipped()).isEqualTo(7);
    }

    private static byte[] write(List<Conn> flows, Function<OutputStream, ConnWriter> open)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ConnWriter writer = open.apply(out)) {
            for (Conn flow : flows) {
                writer.write(flow);
            }
        }
        return out.toByteArray();
    }
}
