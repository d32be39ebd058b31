// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.talon.adaptor.Api;
import io.talon.adaptor.TestModel;
import io.talon.ctalvae.model.SiteModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@QuarkusTest
class ModelCommandTest {
    private static final String SHIPPED = SiteModel.base().modelSha256();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @AfterEach
    void asUsual() {
        TestModel.releaseShipped();
    }

    @Test
    void aFileAKnownModelAndTheShippedOneAreReleasedByName(@TempDir Path folder)
            throws IOException {
        byte[] content = TestModel.file("by command");
        String sha256 = TestModel.of(content).modelSha256();
        Path file = Files.write(folder.resolve("model.talon"), content);

        JsonNode first = released(file.toString());
        JsonNode second = released("shipped");
        JsonNode third = released(sha256);

        assertThat(first.path("sha256").asText()).isEqualTo(sha256);
        assertThat(second.path("sha256").asText()).isEqualTo(SHIPPED);
        assertThat(third.path("sha256").asText()).isEqualTo(sha256);
        assertThat(third.path("version").asLong()).isEqualTo(first.path("version").asLong() + 2);
    }

    @Test
    void theListTellsWhichOneIsTheBase() {
        TestModel.releaseShipped();

        assertThat(run(Api.ADMIN_KEY, "list")).as(err.toString()).isZero();

        assertThat(out.toString().lines())
                .anySatisfy(
                        line ->
                                assertThat(line)
                                        .contains("label", "version", "base", "shipped", "sha256"))
                .anySatisfy(
                        line ->
                                assertThat(line)
                                        .startsWith(SiteModel.base().modelVersion())
                                        .containsPattern("true +true")
                                        .endsWith(SHIPPED));
    }

    @Test
    void whatIsRefusedExitsWithOneAndSaysWhy() {
        assertThat(run(Api.newTenantKey(), "list")).isOne();
        assertThat(err.toString()).contains("only the operator's key");

        assertThat(run(Api.ADMIN_KEY, "release", "nowhere.talon")).isOne();
        assertThat(err.toString()).contains("there is no file nowhere.talon", "talon model list");
    }

    private JsonNode released(String model) throws IOException {
        out.getBuffer().setLength(0);
        assertThat(run(Api.ADMIN_KEY, "release", model, "--format", "json"))
                .as(err.toString())
                .isZero();
        return new ObjectMapper().readTree(out.toString());
    }

    private int run(String key, String... words) {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        List<String> all = new ArrayList<>(List.of("model"));
        all.addAll(List.of(words));
        all.addAll(List.of("--key", key, "--url", "http://127.0.0.1:" + port));
        CommandLine line = ClientMain.commandLine();
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err, true));
        return line.execute(all.toArray(String[]::new));
    }
}
