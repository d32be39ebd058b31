// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talon.dashboards.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ElasticsearchAskerTest {
    private static final Map<String, String> ENVIRONMENT =
            Map.of("TALON_ELASTICSEARCH_API_KEY", "key", "TALON_PASSWORD", "secret");

    @Test
    void asksAsNobodyUnlessTold() throws IOException {
        assertThat(parsed().credentials(Map.of()).header()).isEmpty();
    }

    @Test
    void anApiKeyComesFromTheEnvironment() throws IOException {
        assertThat(parsed().credentials(ENVIRONMENT).header()).contains("ApiKey key");
    }

    @Test
    void anApiKeyInAFileGoesBeforeTheEnvironment(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "dGhlIGtleQ==\n");
        ElasticsearchAsker asker = parsed("--elasticsearch-key-file", file.toString());
        assertThat(asker.credentials(ENVIRONMENT).header()).contains("ApiKey dGhlIGtleQ==");
    }

    @Test
    void aUserGoesBeforeAnApiKey() throws IOException {
        assertThat(parsed("--elasticsearch-user", "elastic").credentials(ENVIRONMENT).header())
                .isEqualTo(Credentials.user("elastic", "secret").header());
    }

    @Test
    void aUserWithoutAPasswordIsToldWhereItBelongs() {
        assertThatThrownBy(() -> parsed("--elasticsearch-user", "elastic").credentials(Map.of()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("TALON_PASSWORD");
    }

    @Test
    void anAuthorityThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> parsed("--elasticsearch-ca", "no-such.pem").credentials(Map.of()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no-such.pem");
    }

    private static ElasticsearchAsker parsed(String... arguments) {
        return CommandLine.populateCommand(new ElasticsearchAsker(), arguments);
    }
}
