// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.zeek;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Logs in memory for tests: building, zipping and reading them. */
final class Logs {

    static final String HEADER =
            """
            #separator \\x09
            #set_separator\t,
            #empty_field\t(empty)
            #unset_field\t-
            #path\tconn
            #fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tservice\tduration\torig_bytes\ttunnel_parents
            """;

    static final String ROW =
            "1545403816.962094\tCrDn63\t192.168.1.195\t41040\t10.0.0.1\t80\ttcp\t-\t3.139211\t0"
                    + "\t-\n";

    private Logs() {}

    /** All that a reader made of a log. */
    record Outcome(List<ConnLine> lines, ConnCounts counts) {

        List<Conn> flows() {
            return lines.stream()
                    .filter(ConnLine.Read.class::isInstance)
                    .map(line -> ((ConnLine.Read) line).conn())
                    .toList();
        }

        Conn flow() {
            if (flows().size() != 1) {
                throw new AssertionError("not one flow: " + lines);
            }
            return flows().get(0);
        }

        List<String> rejections() {
            return lines.stream()
                    .filter(ConnLine.Rejected.class::isInstance)
                    .map(line -> line.number() + ": " + ((ConnLine.Rejected) line).reason())
                    .toList();
        }

        List<String> skips() {
            return lines.stream()
                    .filter(ConnLine.Skipped.class::isInstance)
                    .map(line -> line.number() + ": " + ((ConnLine.Skipped) line).reason())
                    .toList();
        }
    }

    static Outcome read(String log) throws IOException {
        return read(log.getBytes(StandardCharsets.UTF_8));
    }

    static Outcome read(byte[] log) throws IOException {
        List<ConnLine> lines = new ArrayList<>();
        try (ConnReader reader = ConnReader.of(new ByteArrayInputStream(log), "test.log")) {
            reader.forEachRemaining(lines::add);
            return new Outcome(lines, reader.counts());
        }
    }

    /** Lines as an editor counts them: a last one without line end is one too. */
    static long lineCount(byte[] log) {
        long feeds = 0;
        for (byte b : log) {
            feeds += b == '\n' ? 1 : 0;
        }
        boolean open = log.length > 0 && log[log.length - 1] != '\n';
        return open ? feeds + 1 : feeds;
    }

    static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }
}
