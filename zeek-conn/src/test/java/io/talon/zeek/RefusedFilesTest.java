// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.zeek;

import static io.talon.zeek.Logs.HEADER;
import static io.talon.zeek.Logs.ROW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedFilesTest {

    @TempDir Path dir;

    private void refused(byte[] content, String reason) throws IOException {
        Path file = Files.write(dir.resolve("some.log"), content);
        assertThatThrownBy(() -> ConnReader.open(file))
                .isInstanceOf(ConnFormatException.class)
                .hasMessageStartingWith(file + ": " + reason)
                .satisfies(
                        e ->
                                assertThat(((ConnFormatException) e).file())
                                        .isEqualTo(file.toString()));
    }

    private void refused(String content, String reason) throws IOException {
        refused(content.getBytes(StandardCharsets.UTF_8), reason);
    }

    @Test
    void refusesAMissingFileAndADirectory() {
        assertThatThrownBy(() -> ConnReader.open(dir.resolve("no.log")))
                .isInstanceOf(ConnFormatException.class)
                .hasMessageContaining("no.log: does not exist. Check the path.");
        assertThatThrownBy(() -> ConnReader.open(dir))
                .isInstanceOf(ConnFormatException.class)
                .hasMessageContaining("is a directory. Name the conn.log files in it.");
    }

    @Test
    void refusesEmptyFiles() throws IOException {
        refused("", "is empty. Talon reads");
        refused(Logs.gzip(new byte[0]), "is empty. Talon reads");
        refused("\n\n# nothing\n", "holds no flow and no #fields header");
    }

    @Test
    void refusesProseAndHeaderlessRows() throws IOException {
        refused("Lorem ipsum\ndolor\n", "has neither a #fields header nor JSON lines. ");
        refused(
                ROW.repeat(100),
                "has neither a #fields header nor JSON lines; line 1 has 11 tab-separated columns"
                        + " that nothing names");
    }

    @Test
    void refusesBinary() throws IOException {
        byte[] noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        noise[0] = 'x';
        refused(noise, "is binary, not a text log");
    }

    @Test
    void refusesOtherLogs() throws IOException {
        refused(
                "#separator \\x09\n#path\tdns\n#fields\tts\tuid\tquery\n",
                "is a dns.log, not a conn.log");
        refused(
                "#fields\tts\tuid\tquery\n",
                "is no conn.log: its #fields lack id.orig_h, id.orig_p, id.resp_h");
        refused(
                "#fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tquery\n",
                "is no conn.log: its #fields are not those of conn.log");
        refused(
                "{\"_path\":\"dns\",\"ts\":1.0}\n",
                "holds only records of other logs than conn.log");
        refused("{\"colour\":\"red\"}\n{}\n", "holds no flow: line 1 has no ts");
        refused(
                "{\"ts\":1.0,\"uid\":\"C\",\"id.orig_h\":\"1.1.1.1\",\"id.orig_p\":1,\"id.resp_h\":\"1.1.1.1\",\"id.resp_p\":1,\"proto\":\"udp\",\"query\":\"a\"}\n",
                "holds no flow: line 1 has none of conn_state, history, orig_pkts, orig_bytes");
    }

    @Test
    void refusesAmbiguousColumns() throws IOException {
        refused(
                HEADER.replace("id.orig_h", "src").replace("service", "src_ip"),
                "is no conn.log: its #fields name id.orig_h twice (src, src_ip)");
        refused(
                HEADER.replace("service", "uid"),
                "is no conn.log: its #fields name uid twice (uid, uid)");
    }

    @ParameterizedTest
    @CsvSource({
        "28b52ffd00000000,zstd",
        "fd377a585a000000,xz",
        "425a683931415926,bzip2",
        "504b030414000000,zip"
    })
    void namesTheCompressionThatItCannotUndo(String hex, String tool) throws IOException {
        refused(
                HexFormat.of().parseHex(hex),
                "is compressed with "
                        + tool
                        + ". Talon reads plain and gzip logs: unpack it with "
                        + tool
                        + " first.");
    }

    @Test
    void refusesAGzipFileThatIsNone() throws IOException {
        refused(new byte[] {0x1f, (byte) 0x8b}, "is a damaged gzip file");
        refused(
                new byte[] {0x1f, (byte) 0x8b, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10},
                "is a damaged gzip file");
    }

    @Test
    void readsOnlyAHeaderAsALogWithoutFlows() throws IOException {
        assertThat(Logs.read(HEADER).counts().read()).isZero();
    }

    @Test
    void readsALogWhoseBeginningIsGarbageButHasAHeader() throws IOException {
        Logs.Outcome outcome = Logs.read("\0\0\0\0 garbage\n" + HEADER + ROW);

        assertThat(outcome.flows()).hasSize(1);
        assertThat(outcome.rejections()).containsExactly("1: stands before any #fields header");
    }
}
