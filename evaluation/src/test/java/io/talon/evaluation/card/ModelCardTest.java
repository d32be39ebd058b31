// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.ctalvae.model.SiteModel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCardTest {
    private static final Path BASE =
            Path.of("../ctal-vae/src/main/resources/io/talon/ctalvae/base.talon");

    @TempDir Path results;

    private static final String OUTCOMES =
            """
            pair,detector,material,k,draw,seed,rule,auroc,mcc
            a,talon,"shipped base, k shots",5,0,0,x,0.9,0.5
            b,talon,"shipped base, k shots",5,0,0,x,0.7,0.7
            b,PCA,same material,5,0,0,x,0.1,0.1
            """;

    @Test
    void figuresComeFromCommittedResultsAndFactsFromTheFile() throws IOException {
        Files.writeString(measured("hard").resolve("outcomes.csv"), OUTCOMES);

        String card = ModelCard.markdown(BASE, results);

        assertThat(card)
                .contains(
                        "| `talon evaluate hard` | talon, shipped base, k shots | 0.800 | – | 0.600"
                                + " |")
                .contains(SiteModel.base().modelSha256(), "simulated sites", "Apache-2.0")
                .doesNotContain("as it comes |");
    }

    @Test
    void compressedResultsCountAsOthersDo() throws IOException {
        Path file = measured("transfer").resolve("outcomes.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(OUTCOMES.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(ModelCard.markdown(BASE, results))
                .contains("| `talon evaluate transfer` | talon, shipped base, k shots | 0.800 |");
    }

    private Path measured(String command) throws IOException {
        Path folder = Files.createDirectories(results.resolve(command));
        String page = "# x\n| command | `talon evaluate %s` |\n".formatted(command);
        Files.writeString(folder.resolve("README.md"), page);
        return folder;
    }
}
