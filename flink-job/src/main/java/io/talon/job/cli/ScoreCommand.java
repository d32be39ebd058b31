// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.cli;

import io.talon.job.BoundedJob;
import io.talon.job.flow.SiteId;
import io.talon.job.model.ModelFiles;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Scores files with the job, bounded, inside this process. */
@Command(
        name = "score",
        sortOptions = false,
        description = {
            "Scores conn.log files and prints each anomaly as the ECS document that would be"
                    + " indexed.",
            "Needs no Kafka and no Elasticsearch. Lines may be in any order; several files are"
                    + " scored together, as the logs of one site."
        },
        footer = {
            "",
            "Results go to standard output, everything else to standard error.",
            "Exit: 0 fine, 1 if nothing could be read or the model was refused, 2 wrong usage.",
            "",
            "  talon score conn.log",
            "  talon score --adaptor site.talon --format table conn.*.log.gz",
            "  talon score --all conn.log | jq 'select(.record_score > 75)'"
        })
final class ScoreCommand implements Callable<Integer> {

    enum Format {
        ndjson,
        table
    }

    @Spec private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "conn.log files: TSV or JSON, plain or gzip.")
    private List<String> files;

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "Model to score with (default: the one that ships with Talon).")
    private Path model;

    @Option(
            names = "--adaptor",
            paramLabel = "FILE",
            description = "The site's adaptor, from talon adapt.")
    private Path adaptor;

    @Option(
            names = "--all",
            description =
                    "Print one line per flow instead: uid, ts, destination, length, error, p,"
                            + " record_score, anomalous.")
    private boolean all;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "ndjson",
            description =
                    "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}); table is for people.")
    private Format format;

    @Mixin private SiteOptions site;

    @Override
    public Integer call() throws Exception {
        SiteId of = site.id();
        ModelFiles models = ModelFiles.read(model, adaptor);
        PrintWriter err = spec.commandLine().getErr();
        FileLog log = new FileLog(err, files.size() > 1);
        try (Results results = Results.to(spec.commandLine().getOut(), all, format)) {
            BoundedJob.run(
                    files,
                    of,
                    models,
                    !all,
                    new BoundedJob.Listeners(
                            results::score, results::anomaly, log::rejected, log::report));
            err.printf(
                    "%s; %,d scored, %,d anomalous%n",
                    log.lines(), results.scored(), results.anomalous());
        }
        return log.read() == 0 ? 1 : 0;
    }
}
