// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.zeek;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every real log at hand is read or refused with a reason, and its counts add up to its lines. */
class ZeekVariantsTest {

    private static final Path DATA = TestData.DIRECTORY;

    static Stream<Path> everyLog() throws IOException {
        if (!TestData.isPresent()) {
            return Stream.of(DATA.resolve("absent"));
        }
        try (Stream<Path> variants = Files.walk(DATA.resolve("zeek-variants"));
                Stream<Path> captures = Files.walk(DATA.resolve("zeek"))) {
            return Stream.concat(variants, captures)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("everyLog")
    void isReadOrRefusedWithAReason(Path file) throws IOException {
        TestData.assumePresent();
        try (ConnReader reader = ConnReader.open(file)) {
            while (reader.hasNext()) {
                ConnLine line = reader.next();
                if (line instanceof ConnLine.Rejected rejected) {
                    assertThat(rejected.reason()).isNotBlank();
                    assertThat(rejected.raw()).isNotEmpty();
                }
            }
            ConnCounts counts = reader.counts();
            assertThat(counts.lines()).isEqualTo(lineCount(file));
            assertThat(counts.read() + counts.rejected()).isPositive();
        } catch (ConnFormatException e) {
            assertThat(e).hasMessageStartingWith(file + ": ");
            assertThat(e.reason()).matches("has neither.*|is no conn.log: its #fields lack .*");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "zeek-variants/json-1000.conn.log,1000,0,0",
        "zeek-variants/json-50.conn.log,50,0,0",
        "zeek-variants/json-all-fields.conn.log,29,0,0",
        "zeek-variants/json-nmap-4504.conn.log,4504,0,0",
        "zeek-variants/space-separated-header.conn.log,3,8,0",
        "zeek-variants/tab-indented-header.conn.log,141,9,0",
        "zeek-variants/truncated-json.conn.log,2,0,2",
        "zeek-variants/truncated-tsv.conn.log,58,8,1",
        "zeek-variants/tsv-360.conn.log,360,9,0",
        "zeek-variants/tsv-92.conn.log,92,8,0",
        "zeek-variants/zeek-btest/core.ppp__conn.log,3,10,0",
        "zeek/ctu-normal-40.conn.log.labeled,5663,8,0",
        "zeek/ctu-normal-42.conn.log.labeled,5347,8,0",
        "zeek/iot23-34-1-mirai.conn.log.labeled,23145,9,0",
        "zeek/iot23-4-1-hue-benign.conn.log.labeled,452,9,0",
    })
    void countsAreAsExpected(String file, long read, long skipped, long rejected)
            throws IOException {
        TestData.assumePresent();
        try (ConnReader reader = ConnReader.open(DATA.resolve(file))) {
            reader.forEachRemaining(line -> {});
            ConnCounts counts = reader.counts();
            assertThat(List.of(counts.read(), counts.skipped(), counts.rejected()))
                    .containsExactly(read, skipped, rejected);
        }
    }

    @Test
    void readsThreeDaysOfHourlyGzipLogs() throws IOException {
        TestData.assumePresent();
        long flows = 0;
        try (Stream<Path> hours = Files.list(DATA.resolve("zeek/public-host-72h"))) {
            for (Path hour : hours.toList()) {
                try (ConnReader reader = ConnReader.open(hour)) {
                    while (reader.hasNext()) {
                        if (reader.next() instanceof ConnLine.Read read) {
                            flows++;
                            assertThat(read.conn().sensor()).startsWith("worker-");
                        }
                    }
                    assertThat(reader.counts().rejected()).isZero();
                }
            }
        }
        assertThat(flows).isEqualTo(105_918);
    }

    @Test
    void readsTheLabelsOfIot23() throws IOException {
        TestData.assumePresent();
        long ddos = 0;
        long benign = 0;
        try (ConnReader reader =
                ConnReader.open(DATA.resolve("zeek/iot23-34-1-mirai.conn.log.labeled"))) {
            while (reader.hasNext()) {
                if (reader.next() instanceof ConnLine.Read read) {
                    ddos += "DDoS".equals(read.conn().detailedLabel()) ? 1 : 0;
                    benign += "Benign".equals(read.conn().label()) ? 1 : 0;
                }
            }
        }
        assertThat(List.of(ddos, benign)).containsExactly(14_394L, 1_923L);
    }

    private static long lineCount(Path file) throws IOException {
        if (!file.toString().endsWith(".gz")) {
            return Logs.lineCount(Files.readAllBytes(file));
        }
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return Logs.lineCount(in.readAllBytes());
        }
    }
}
