// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talon.adaptor.TalonConfig;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArtifactsChoiceTest {
    private static final Optional<Path> FOLDER = Optional.of(Path.of("adaptors"));
    private static final URI STORE = URI.create("http://127.0.0.1:1");

    @Test
    void theDatabaseUnlessSomethingElseIsSet() throws Exception {
        assertThat(choose(Optional.empty(), null, null)).isInstanceOf(DatabaseArtifacts.class);
        assertThat(choose(FOLDER, null, null)).isInstanceOf(DirectoryArtifacts.class);
        Artifacts s3 = choose(Optional.empty(), "adaptors", STORE);
        assertThat(s3).isInstanceOf(S3Artifacts.class);
        ((S3Artifacts) s3).close();
    }

    @Test
    void directoryAndBucketTogetherAreRefusedByName() {
        assertThatThrownBy(() -> choose(FOLDER, "adaptors", STORE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("talon.artifacts.directory")
                .hasMessageContaining("talon.artifacts.s3.bucket")
                .hasMessageContaining("unset one");
    }

    @Test
    void anEndpointWithoutABucketIsRefused() {
        assertThatThrownBy(() -> choose(Optional.empty(), null, STORE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("set talon.artifacts.s3.bucket");
    }

    @Test
    void anEndpointThatIsNoAddressIsRefused() {
        for (String endpoint : List.of("store:9000", "store", "https:///adaptors", "s3://store")) {
            assertThatThrownBy(() -> choose(Optional.empty(), "adaptors", URI.create(endpoint)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("talon.artifacts.s3.endpoint: " + endpoint)
                    .hasMessageContaining("https://host:port");
        }
    }

    private static Artifacts choose(Optional<Path> directory, String bucket, URI endpoint) {
        return ArtifactsChoice.choose(
                new Settings(directory, S3Settings.of(bucket, endpoint, null)), null);
    }

    private record Settings(Optional<Path> directory, TalonConfig.S3 s3)
            implements TalonConfig.Artifacts {}
}
