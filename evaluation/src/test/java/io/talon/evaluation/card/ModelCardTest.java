// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.ctalvae.model.SiteModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCardTest {
    private static final Path BASE =
            Path.of("../ctal-vae/src/main/resources/io/talon/ctalvae/base.talon");

    @TempDir Path results;

    @Test
    void figuresComeFromCommittedResultsAndFactsFromTheFile() throws IOException {
        Path hard = Files.createDirectories(results.resolve("hard"));
        Files.writeString(hard.resolve("README.md"), "# x\n| command | `talon evaluate hard` |\n");
        Files.writeString(
                hard.resolve("outcomes.csv"),
                """
                pair,detector,material,k,draw,seed,rule,auroc,mcc
                a,talon,"shipped base, k shots",5,0,0,x,0.9,0.5
                b,talon,"shipped base, k shots",5,0,0,x,0.7,0.7
                b,PCA,same material,5,0,0,x,0.1,0.1
                """);

        String card = ModelCard.markdown(BASE, results);

        assertThat(card)
                .contains(
                        "| `talon evaluate hard` | talon, shipped base, k shots | 0.800 | – | 0.600"
                                + " |")
                .contains(SiteModel.base().modelSha256(), "simulated sites", "Apache-2.0")
                .doesNotContain("as it comes |");
    }
}
