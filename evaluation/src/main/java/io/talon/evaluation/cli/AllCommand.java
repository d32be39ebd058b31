// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.talon.evaluation.report.Header;
import io.talon.evaluation.report.Results;
import io.talon.evaluation.report.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "all",
        description = {
            "Everything, one after the other, each into a folder of its own. A run that was stopped"
                    + " goes on where it was.",
            "With --quick on simulated sites alone, in less than three minutes: that is what CI"
                    + " runs."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class AllCommand implements Callable<Integer> {
    @Option(names = "--quick", description = "A look at everything, on simulated sites.")
    private boolean quick;

    @Option(
            names = "--format",
            defaultValue = "table",
            description = "What to print: ${COMPLETION-CANDIDATES} (default: table).")
    private RunOptions.Format format;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for the results (default: results, with --quick results/quick).")
    private Path out;

    @Override
    public Integer call() throws IOException {
        Path folder = out != null ? out : Path.of(quick ? "results/quick" : "results");
        ObjectNode json = new ObjectMapper().createObjectNode();
        StringBuilder page = new StringBuilder();
        List<String> failed = new ArrayList<>();
        for (MeasuringCommand command : commands()) {
            String name = command.getClass().getAnnotation(Command.class).name();
            new CommandLine(command)
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .parseArgs(arguments(command, folder.resolve(name)));
            command.options().sink =
                    (of, results, summary) -> found(json, page, of, results, summary);
            try {
                command.call();
            } catch (IOException e) {
                failed.add(name + ": " + e.getMessage());
            }
        }
        Header header =
                Header.of("talon evaluate all" + (quick ? " --quick" : ""), "see each page");
        Files.writeString(
                folder.resolve("README.md"), header.markdown("Everything at a glance") + page);
        failed.forEach(f -> System.err.println("talon evaluate: " + f));
        System.out.println(
                format == RunOptions.Format.JSON
                        ? new ObjectMapper().writeValueAsString(json)
                        : page.toString());
        return failed.isEmpty() ? 0 : 1;
    }

    private static List<MeasuringCommand> commands() {
        return List.of(
                new TransferCommand(),
                new AdaptorsCommand(),
                new WidthCommand(),
                new TripletsCommand(),
                new GenerativeCommand(),
                new LatentCommand(),
                new TypesCommand(),
                new DriftCommand(),
                new ExplainCommand());
    }

    private String[] arguments(MeasuringCommand command, Path folder) {
        List<String> arguments = new ArrayList<>(List.of("--out", folder.toString()));
        if (quick) {
            arguments.add("--quick");
            if (command.readsCaptures()) {
                arguments.add("--simulated");
            }
        }
        return arguments.toArray(String[]::new);
    }

    private static void found(
            ObjectNode json, StringBuilder page, String command, Results results, Table summary) {
        json.set(command, new ObjectMapper().valueToTree(results.all()));
        page.append("# [")
                .append(command)
                .append("](")
                .append(command)
                .append("/README.md)\n\n")
                .append(summary.markdown());
    }
}
