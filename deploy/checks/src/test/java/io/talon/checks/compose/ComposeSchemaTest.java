// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.checks.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.talon.checks.Command;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Compose specification's own schema, out of the npm package of a linter that carries it. */
@Tag("long")
class ComposeSchemaTest {
    private static final String PACKAGE = "dclint@3.1.0";

    @TempDir static Path folder;

    private static JsonSchema schema;

    @BeforeAll
    static void fetchSchema() throws Exception {
        assumeTrue(Command.exists("npm"), "npm is not installed");
        Command.Result fetched =
                Command.of("sh", "-c", "npm pack --silent " + PACKAGE + " && tar -xzf *.tgz")
                        .in(folder)
                        .run(Duration.ofMinutes(2));
        assumeTrue(fetched.exit() == 0, () -> PACKAGE + " cannot be had: " + fetched.output());
        ObjectNode text =
                (ObjectNode)
                        new ObjectMapper()
                                .readTree(
                                        folder.resolve("package/schemas/compose.schema.json")
                                                .toFile());
        text.remove("$id"); // a bare file name, which is no address of a schema
        schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(text);
    }

    @Test
    void theFileHoldsToTheSchema() {
        assertThat(schema.validate(ComposeFile.read())).isEmpty();
    }

    @Test
    void theSchemaRefusesAMisspeltKey() {
        ObjectNode file = (ObjectNode) ComposeFile.read();
        ((ObjectNode) file.at("/services/kafka")).put("helthcheck", "x");

        assertThat(schema.validate(file)).isNotEmpty();
    }
}
