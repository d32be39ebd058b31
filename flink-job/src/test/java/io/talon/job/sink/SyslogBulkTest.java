// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talon.job.document.Document;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SyslogBulkTest {
    private static final Path ANOMALY =
            Path.of("src/test/resources/io/talon/job/document/anomaly.json");
    private static final String START =
            "<131>1 2026-11-23T18:04:59.123456Z - talon - anomaly - \ufeffCEF:0|Talon|Talon|1.0.0|";

    @Test
    void sendsFramesOverTcpAndAgainAfterTheServerHasHungUp() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                SyslogBulk syslog = new SyslogBulk(address("tcp", server.getLocalPort()))) {
            List<Outcome> outcomes = syslog.create(List.of(anomaly(), anomaly())).join();
            assertThat(outcomes).containsOnly(new Outcome.Created(false)).hasSize(2);
            try (Socket first = server.accept()) {
                assertThat(frame(first.getInputStream())).startsWith(START);
                assertThat(frame(first.getInputStream())).endsWith("these explain 100 %");
            }
            syslog.create(List.of(anomaly())).join();
            try (Socket second = server.accept()) {
                assertThat(frame(second.getInputStream())).startsWith(START);
            }
        }
    }

    @Test
    void sendsADatagramOverUdp() throws Exception {
        try (DatagramSocket server = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                SyslogBulk syslog = new SyslogBulk(address("udp", server.getLocalPort()))) {
            syslog.create(List.of(anomaly())).join();
            DatagramPacket packet = new DatagramPacket(new byte[8192], 8192);
            server.setSoTimeout(5_000);
            server.receive(packet);
            assertThat(new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8))
                    .startsWith(START);
        }
    }

    @Test
    void waitsForAServerThatIsNotThere() throws Exception {
        int port;
        try (ServerSocket server = new ServerSocket(0)) {
            port = server.getLocalPort();
        }
        try (SyslogBulk syslog = new SyslogBulk(address("tcp", port))) {
            assertThat(syslog.create(List.of(anomaly(), anomaly())).join())
                    .hasSize(2)
                    .allMatch(outcome -> outcome instanceof Outcome.TryAgain);
        }
    }

    @Test
    void anAddressThatIsNoneIsRefusedWithTheRemedy() {
        assertThatThrownBy(() -> Target.syslog("siem.example.org:514"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("siem.example.org:514")
                .hasMessageContaining("tcp://");
    }

    private static URI address(String scheme, int port) {
        return URI.create("%s://127.0.0.1:%d".formatted(scheme, port));
    }

    private static Document anomaly() throws Exception {
        return new Document("logs-talon.anomaly-acme", "1", Files.readAllBytes(ANOMALY));
    }

    /** Length, a space, and as many bytes. */
    private static String frame(InputStream in) throws Exception {
        StringBuilder length = new StringBuilder();
        for (int c = in.read(); c != ' '; c = in.read()) {
            length.append((char) c);
        }
        return new String(
                in.readNBytes(Integer.parseInt(length.toString())), StandardCharsets.UTF_8);
    }
}
