// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talon.adaptor.problem.ProblemException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

class S3AwayTest {
    /** The limit of a call, an answer that is waited for beyond it, and a busy machine. */
    private static final Duration BOUND = Duration.ofSeconds(25);

    private static final byte[] CONTENT = "an adaptor".getBytes(StandardCharsets.UTF_8);
    private static final String HASH = Sha256.of(CONTENT);

    @Test
    void aStoreThatIsAwayIsToldSoonAndStopsNoStart() throws IOException {
        URI nobody;
        try (ServerSocket closed = listen()) {
            nobody = at(closed);
        }
        try (S3Artifacts artifacts = open(nobody)) {
            artifacts.check();
            away(() -> artifacts.put("acme", HASH, CONTENT));
            away(() -> artifacts.get("acme", HASH));
        }
    }

    @Test
    @Tag("long")
    void aStoreThatAcceptsAndSaysNothingIsNotWaitedForLong() throws IOException {
        try (ServerSocket silent = listen();
                S3Artifacts artifacts = open(at(silent))) {
            away(() -> artifacts.get("acme", HASH));
        }
    }

    private static void away(ThrowingCallable call) {
        Instant start = Instant.now();
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> {
                            assertThat(e.problem().status()).isEqualTo(503);
                            assertThat(e.problem().type()).endsWith(":artifacts-away");
                            assertThat(e.problem().detail()).doesNotContain("127.0.0.1");
                        });
        assertThat(Duration.between(start, Instant.now())).isLessThan(BOUND);
    }

    private static S3Artifacts open(URI endpoint) {
        return S3Connection.open(
                S3Settings.of("adaptors", endpoint, null),
                StaticCredentialsProvider.create(AwsBasicCredentials.create("talon", "secret")));
    }

    private static ServerSocket listen() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    private static URI at(ServerSocket socket) {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
}
