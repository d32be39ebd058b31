// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.zeek;

import static io.talon.zeek.Logs.HEADER;
import static io.talon.zeek.Logs.ROW;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GzipTest {

    private static final int ROWS = 5000;
    private static final byte[] PLAIN = log().getBytes(StandardCharsets.UTF_8);

    private static String log() {
        StringBuilder log = new StringBuilder(HEADER);
        for (int i = 0; i < ROWS; i++) {
            log.append(
                    ROW.replace("41040", Integer.toString(i * 37 % 65536))
                            .replace("CrDn63", "C" + i * 7919L));
        }
        return log.toString();
    }

    @Test
    void readsGzipByItsContent() throws IOException {
        assertThat(Logs.read(Logs.gzip(PLAIN)).lines()).isEqualTo(Logs.read(PLAIN).lines());
    }

    @Test
    void readsEveryMemberEvenWhereTheStreamCannotTellThatMoreComes() throws IOException {
        byte[] one = Logs.gzip(PLAIN);
        byte[] two = Arrays.copyOf(one, one.length * 2);
        System.arraycopy(one, 0, two, one.length, one.length);

        try (ConnReader reader = ConnReader.of(new Trickle(two), "trickle")) {
            reader.forEachRemaining(line -> {});
            assertThat(reader.counts().read()).isEqualTo(2 * ROWS);
        }
    }

    @Test
    void saysWhereACutStreamEnds() throws IOException {
        byte[] zipped = Logs.gzip(PLAIN);

        Logs.Outcome outcome = Logs.read(Arrays.copyOf(zipped, zipped.length / 2));

        assertThat(outcome.flows()).hasSizeGreaterThan(ROWS / 4).hasSizeLessThan(ROWS);
        assertThat(outcome.rejections())
                .containsExactly(outcome.lines().size() + ": the gzip stream ends here, cut short");
    }

    @Test
    void saysWhereADamagedStreamEnds() throws IOException {
        byte[] zipped = Logs.gzip(PLAIN);
        Arrays.fill(zipped, zipped.length / 2, zipped.length / 2 + 64, (byte) 0xff);

        Logs.Outcome outcome = Logs.read(zipped);

        assertThat(outcome.flows()).isNotEmpty();
        assertThat(outcome.rejections()).last().asString().contains("the gzip stream");
    }

    @Test
    void saysThatAStreamCutAtALineEndIsCut() throws IOException {
        byte[] zipped = Logs.gzip(PLAIN);

        Logs.Outcome outcome = Logs.read(Arrays.copyOf(zipped, zipped.length - 4));

        assertThat(outcome.flows()).hasSize(ROWS);
        assertThat(outcome.rejections())
                .containsExactly(7 + ROWS + ": the gzip stream ends here, cut short");
    }

    /** Hands out one byte at a time and never knows whether more comes. */
    private static final class Trickle extends FilterInputStream {

        Trickle(byte[] bytes) {
            super(new ByteArrayInputStream(bytes));
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            return super.read(buffer, from, Math.min(length, 1));
        }

        @Override
        public int available() {
            return 0;
        }
    }
}
