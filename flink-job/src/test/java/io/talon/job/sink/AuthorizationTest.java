// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthorizationTest {

    @TempDir Path folder;

    @Test
    void keyFromItsFileIsReadAnewEachTime() throws Exception {
        Path file = Files.writeString(folder.resolve("key"), "first\n");
        Authorization authorization = of(file.toString(), null, null, Map.of());

        assertThat(authorization.header()).contains("ApiKey first");
        Files.writeString(file, "second");
        assertThat(authorization.header()).contains("ApiKey second");
    }

    @Test
    void environmentServesWhereNoFileIsNamed() throws Exception {
        assertThat(of(null, null, null, Map.of(ElasticsearchAccess.API_KEY, "k")).header())
                .contains("ApiKey k");
        assertThat(of(null, "ada", null, Map.of(ElasticsearchAccess.PASSWORD, "pw")).header())
                .contains("Basic YWRhOnB3");
        assertThat(of(null, null, null, Map.of()).header()).isEmpty();
    }

    @Test
    void namesTheSecretThatIsMissing() {
        assertThatThrownBy(() -> of("/nowhere/key", null, null, Map.of()).header())
                .hasMessageContaining("/nowhere/key");
        assertThatThrownBy(() -> of(null, "ada", null, Map.of()).header())
                .hasMessageContaining("TALON_ELASTICSEARCH_PASSWORD");
    }

    private static Authorization of(
            String keyFile, String user, String passwordFile, Map<String, String> environment) {
        return new Authorization(
                new ElasticsearchAccess(
                        List.of("http://e:9200"), keyFile, user, passwordFile, null),
                environment);
    }
}
