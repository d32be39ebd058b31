// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talon.it.s3.S3Node;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.profiles.ProfileFile;

class S3ArtifactsTest {
    private static final String KEY = "talon";
    private static final String SECRET = "of one test";
    private static final String BUCKET = "adaptors";
    private static final byte[] CONTENT = "an adaptor".getBytes(StandardCharsets.UTF_8);
    private static final String HASH = Sha256.of(CONTENT);

    private static S3Node store;

    private Path tenant;

    @BeforeAll
    static void start() throws IOException {
        store = new S3Node(KEY, SECRET, BUCKET);
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @BeforeEach
    void empty() throws IOException {
        tenant = store.bucket(BUCKET).resolve("talon/prod/acme");
        Files.deleteIfExists(tenant.resolve(HASH));
    }

    @Test
    void anotherInstanceOnTheSameBucketReadsWhatWasPut() throws IOException {
        try (S3Artifacts one = open("/talon/prod/");
                S3Artifacts other = open("talon/prod")) {
            one.check();
            one.put("acme", HASH, CONTENT);
            one.put("acme", HASH, CONTENT);

            assertThat(other.get("acme", HASH)).isEqualTo(CONTENT);
        }
        try (Stream<Path> files = Files.list(tenant)) {
            assertThat(files).containsExactly(tenant.resolve(HASH));
        }
    }

    @Test
    void withoutAPrefixTenantsAreFoldersOfTheBucket() {
        try (S3Artifacts artifacts = open(null)) {
            artifacts.put("plain", HASH, CONTENT);
        }
        assertThat(store.bucket(BUCKET).resolve("plain").resolve(HASH)).hasBinaryContent(CONTENT);
    }

    @Test
    void aTenantReadsNothingOfAnother() {
        try (S3Artifacts artifacts = open("talon/prod")) {
            artifacts.put("acme", HASH, CONTENT);

            assertThatThrownBy(() -> artifacts.get("other", HASH))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("s3://adaptors/talon/prod/other/" + HASH)
                    .hasMessageContaining("is not there")
                    .hasMessageContaining("backup");
        }
    }

    @Test
    void anObjectThatWasChangedIsRefused() throws IOException {
        try (S3Artifacts artifacts = open("talon/prod")) {
            artifacts.put("acme", HASH, CONTENT);
            Files.writeString(tenant.resolve(HASH), "on adapter");

            assertThatThrownBy(() -> artifacts.get("acme", HASH))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("was changed")
                    .hasMessageContaining("backup");
        }
    }

    @Test
    void anObjectThatWasCutIsMendedByStoringItAgain() throws IOException {
        try (S3Artifacts artifacts = open("talon/prod")) {
            artifacts.put("acme", HASH, CONTENT);
            Files.writeString(tenant.resolve(HASH), "an");

            artifacts.put("acme", HASH, CONTENT);

            assertThat(artifacts.get("acme", HASH)).isEqualTo(CONTENT);
        }
    }

    @Test
    void onlyHashesNameObjects() {
        try (S3Artifacts artifacts = open("talon/prod")) {
            for (String name : List.of("../" + HASH, "", HASH.toUpperCase(Locale.ROOT))) {
                assertThatThrownBy(() -> artifacts.put("acme", name, CONTENT))
                        .isInstanceOf(IllegalArgumentException.class);
                assertThatThrownBy(() -> artifacts.get("acme", name))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Test
    void credentialsThatAreRefusedAreAMistakeOfWhoeverRunsTheService() {
        for (StaticCredentialsProvider wrong :
                List.of(credentials(KEY, "another"), credentials("nobody", SECRET))) {
            try (S3Artifacts artifacts =
                    S3Connection.open(settings(BUCKET, store.endpoint()), wrong)) {
                refused(artifacts::check, "credentials are refused", "AWS_SHARED_CREDENTIALS_FILE");
                refused(
                        () -> artifacts.put("acme", HASH, CONTENT),
                        "credentials are refused",
                        "s3:PutObject");
                refused(() -> artifacts.get("acme", HASH), "credentials are refused", "s3:GetO");
            }
        }
    }

    @Test
    void noCredentialsAreToldBeforeTheStoreIsAsked() {
        ProfileFile empty =
                ProfileFile.builder()
                        .content(InputStream.nullInputStream())
                        .type(ProfileFile.Type.CREDENTIALS)
                        .build();
        try (ProfileCredentialsProvider none =
                        ProfileCredentialsProvider.builder().profileFile(empty).build();
                S3Artifacts artifacts =
                        S3Connection.open(settings(BUCKET, store.endpoint()), none)) {
            refused(artifacts::check, "no credentials for " + store.endpoint(), "AWS_ACCESS_KEY");
        }
    }

    @Test
    void aBucketThatIsNotThereIsNamed() {
        try (S3Artifacts artifacts =
                S3Connection.open(settings("nowhere", store.endpoint()), own())) {
            refused(artifacts::check, "bucket nowhere at " + store.endpoint(), "make it");
            refused(() -> artifacts.put("acme", HASH, CONTENT), "no such bucket", "make it");
            refused(() -> artifacts.get("acme", HASH), "no such bucket", "make it");
        }
    }

    private static void refused(ThrowingCallable call, String reason, String remedy) {
        assertThatThrownBy(call)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("talon.artifacts.s3")
                .hasMessageContaining(reason)
                .hasMessageContaining(remedy);
    }

    private static S3Artifacts open(String prefix) {
        return S3Connection.open(S3Settings.of(BUCKET, store.endpoint(), prefix), own());
    }

    private static S3Settings settings(String bucket, URI endpoint) {
        return S3Settings.of(bucket, endpoint, "talon/prod");
    }

    private static StaticCredentialsProvider own() {
        return credentials(KEY, SECRET);
    }

    private static StaticCredentialsProvider credentials(String key, String secret) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(key, secret));
    }
}
