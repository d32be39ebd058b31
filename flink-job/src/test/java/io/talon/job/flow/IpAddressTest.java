// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.4.17, 10.0.4.17",
        "255.255.255.255, 255.255.255.255",
        "010.000.016.064, 10.0.16.64",
        "2001:DB8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "fe80::1%eth0, fe80::1",
        "::, ::",
        "0:0:0:0:0:0:0:1, ::1",
        "1:0:0:0:0:0:0:0, 1::",
        "::ffff:1.2.3.4, 1.2.3.4",
        "10:100:0:1:0:0:0:7, 10:100:0:1::7"
    })
    void readsAndWritesAddresses(String text, String canonical) {
        assertThat(IpAddress.parse(text)).map(IpAddress::text).contains(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "dead.beef",
                "1.2.3",
                "1.2.3.256",
                "1.2.3.0255",
                "1:2:3",
                "::g"
            })
    void refusesWhatIsNoAddress(String text) {
        assertThat(IpAddress.parse(text)).isEmpty();
    }

    @Test
    void asksNoNameServerForWhatOnlyLooksLikeAnAddress(@TempDir Path folder) throws Exception {
        String text = "1.2.3.256";
        Path names = Files.writeString(folder.resolve("hosts"), "192.0.2.1 " + text + "\n");
        Process asked =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "-Djdk.net.hosts.file=" + names,
                                "-cp",
                                System.getProperty("java.class.path"),
                                Asking.class.getName(),
                                text)
                        .redirectErrorStream(true)
                        .start();
        assertThat(asked.inputReader().lines()).containsExactly("192.0.2.1", "no address");
    }

    /** What a name server says of a text, and what we do. */
    static final class Asking {
        public static void main(String[] texts) throws UnknownHostException {
            System.out.println(InetAddress.getByName(texts[0]).getHostAddress());
            System.out.println(IpAddress.parse(texts[0]).map(IpAddress::text).orElse("no address"));
        }
    }
}
