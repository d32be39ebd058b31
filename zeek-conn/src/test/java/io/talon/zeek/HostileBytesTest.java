// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.zeek;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class HostileBytesTest {

    private static final byte[] ODD =
            "\t\n\r\0 #{}[]\",:\\-.9eE\u00ff".getBytes(StandardCharsets.ISO_8859_1);

    @Provide
    Arbitrary<List<Conn>> flows() {
        return Conns.any().list().ofMinSize(1).ofMaxSize(4);
    }

    @Provide
    Arbitrary<String> fragments() {
        return Arbitraries.of(
                        "#separator \\x09\n",
                        "#separator\n",
                        "#separator \\x\n",
                        "#fields\tts\tuid\n",
                        "#fields\n",
                        "#path\tdns\n",
                        "#",
                        "\t",
                        "\n",
                        "{",
                        "}",
                        "{\"ts\":1}",
                        "{\"id\":{",
                        "\"conn\":{\"",
                        "1e99999999",
                        "[",
                        "\\",
                        "\\x",
                        "\0",
                        "-",
                        "\u00e9",
                        "\uFEFF",
                        "18446744073709551616",
                        "   ",
                        Logs.HEADER,
                        Logs.ROW)
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 1000)
    void everyLineOfAMutatedLogIsCountedOnce(
            @ForAll @From("flows") List<Conn> flows,
            @ForAll boolean json,
            @ForAll boolean gzip,
            @ForAll long seed,
            @ForAll @IntRange(max = 40) int mutations)
            throws IOException {
        byte[] log = mutate(write(flows, json), mutations, new Random(seed));

        check(gzip ? Logs.gzip(log) : log, Logs.lineCount(log));
    }

    @Property(tries = 1000)
    void everyLineOfGluedFragmentsIsCountedOnce(@ForAll @From("fragments") String log)
            throws IOException {
        byte[] bytes = log.getBytes(StandardCharsets.UTF_8);

        check(bytes, Logs.lineCount(bytes));
    }

    @Property(tries = 500)
    void arbitraryBytesAreReadOrRefused(@ForAll @Size(max = 2000) byte[] bytes) throws IOException {
        check(bytes, Logs.lineCount(bytes));
    }

    @Property(tries = 300)
    void aMutatedGzipStreamIsReadAsFarAsItGoesOrRefused(
            @ForAll @From("flows") List<Conn> flows, @ForAll long seed) throws IOException {
        byte[] log = Logs.gzip(write(flows, false));

        check(mutate(log, 3, new Random(seed)), -1);
    }

    /** Any exception but a refusal fails the property. */
    private static void check(byte[] bytes, long expectedLines) throws IOException {
        List<ConnLine> lines = new ArrayList<>();
        ConnCounts counts;
        try (ConnReader reader = ConnReader.of(new ByteArrayInputStream(bytes), "hostile")) {
            reader.forEachRemaining(lines::add);
            counts = reader.counts();
        } catch (ConnFormatException e) {
            assertThat(e.reason()).isNotBlank();
            return;
        }
        assertThat(counts.read() + counts.skipped() + counts.rejected()).isEqualTo(counts.lines());
        assertThat(counts.lines()).isEqualTo(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            assertThat(lines.get(i).number()).isEqualTo(i + 1);
        }
        if (expectedLines >= 0) {
            assertThat(counts.lines()).isEqualTo(expectedLines);
        }
    }

    private static byte[] write(List<Conn> flows, boolean json) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ConnWriter writer =
                json ? ConnWriter.json(out) : ConnWriter.tsv(out, ConnColumns.ALL)) {
            for (Conn flow : flows) {
                writer.write(flow);
            }
        }
        return out.toByteArray();
    }

    private static byte[] mutate(byte[] bytes, int mutations, Random random) {
        byte[] mutated = bytes;
        for (int i = 0; i < mutations && mutated.length > 0; i++) {
            int at = random.nextInt(mutated.length);
            switch (random.nextInt(8)) {
                case 0 ->
                        mutated =
                                Arrays.copyOf(
                                        mutated,
                                        mutated.length - random.nextInt(1 + mutated.length / 8));
                case 1, 2, 3 -> mutated[at] = ODD[random.nextInt(ODD.length)];
                default -> mutated[at] = (byte) random.nextInt(256);
            }
        }
        return mutated;
    }
}
