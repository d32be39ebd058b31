// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.zeek;

import static io.talon.zeek.Logs.HEADER;
import static io.talon.zeek.Logs.ROW;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineLimitsTest {

    private static final long ENORMOUS = 3L << 30;

    @Test
    void rejectsALineBeyondTheLimitAndReadsOn() throws IOException {
        String longLine = "x".repeat(LineSource.MAX_LINE + 1);

        Logs.Outcome outcome = Logs.read(HEADER + ROW + longLine + "\n" + ROW + longLine);

        assertThat(outcome.flows()).hasSize(2);
        assertThat(outcome.rejections())
                .containsExactly("8: is longer than 1 MiB", "10: is longer than 1 MiB");
        assertThat(((ConnLine.Rejected) outcome.lines().get(7)).raw())
                .hasSize(4096)
                .containsOnly('x');
    }

    @Test
    void readsALineOfJustTheLimit() throws IOException {
        String header = HEADER.replace("service", "label");
        String row =
                ROW.replace("tcp\t-", "tcp\t" + "x".repeat(LineSource.MAX_LINE - ROW.length() + 2));

        assertThat(row).hasSize(LineSource.MAX_LINE + 1);
        assertThat(Logs.read(header + row).flow().label()).endsWith("xxx");
    }

    @Test
    void survivesALineLargerThanTheHeap() throws IOException {
        InputStream in =
                new SequenceInputStream(
                        Collections.enumeration(
                                List.of(
                                        bytes(HEADER + ROW),
                                        new Zeros(ENORMOUS),
                                        bytes("\n" + ROW))));

        try (ConnReader reader = ConnReader.of(in, "enormous")) {
            reader.forEachRemaining(line -> {});
            assertThat(reader.counts())
                    .isEqualTo(new ConnCounts(9, 2, 6, 1, reader.counts().unknownColumns()));
        }
    }

    private static InputStream bytes(String s) {
        return new ByteArrayInputStream(s.getBytes(StandardCharsets.UTF_8));
    }

    /** So many zero bytes, out of nothing. */
    private static final class Zeros extends InputStream {
        private long left;

        Zeros(long count) {
            left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] buffer, int from, int length) {
            if (left <= 0) {
                return -1;
            }
            int n = (int) Math.min(left, length);
            Arrays.fill(buffer, from, from + n, (byte) 0);
            left -= n;
            return n;
        }
    }
}
