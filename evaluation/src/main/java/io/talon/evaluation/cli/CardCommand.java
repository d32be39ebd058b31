// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.cli;

import io.talon.evaluation.card.ModelCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "card",
        description =
                "Writes the shipped model's card from the model file and from committed results."
                        + " Measures nothing.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class CardCommand implements Callable<Integer> {
    @Option(
            names = "--model",
            paramLabel = "FILE",
            defaultValue = "ctal-vae/src/main/resources/io/talon/ctalvae/base.talon",
            description = "The model's file (default: ${DEFAULT-VALUE}).")
    private Path model;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            defaultValue = "docs/evaluation",
            description = "Folder of committed results (default: ${DEFAULT-VALUE}).")
    private Path results;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "docs/base-model.md",
            description = "The card (default: ${DEFAULT-VALUE}).")
    private Path out;

    @Override
    public Integer call() throws IOException {
        Files.writeString(out, ModelCard.markdown(model, results));
        System.err.println("written to " + out);
        return 0;
    }
}
