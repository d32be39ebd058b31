// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code talon adaptor}. */
@Command(
        name = "adaptor",
        description = "Adaptors: train, judge, release.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class AdaptorCommand extends ApiCommand {

    @Command(name = "list", description = "All, newest first.", mixinStandardHelpOptions = true)
    void list(@Mixin ServiceOptions service, @Parameters(paramLabel = "SITE") String site)
            throws IOException {
        list(
                service,
                api -> api.get(path(site) + "?limit=100"),
                "adaptors",
                "version",
                "state",
                "verdict",
                "maturity",
                "origin",
                "uploadedBy",
                "uploaded");
    }

    @Command(
            name = "train",
            description = "Trains one from the accepted triplets, and waits for it.",
            mixinStandardHelpOptions = true)
    void train(
            @Mixin ServiceOptions service,
            @Parameters(paramLabel = "SITE") String site,
            @Option(names = "--steps", description = "Gradient steps.") Integer steps,
            @Option(names = "--seed", description = "Of batches and noise.") Long seed)
            throws IOException {
        JobWait wait = new JobWait(service.client(), this::say);
        JsonNode job = wait.train(site, body("steps", steps, "seed", seed));
        one(service, api -> job);
        if (!job.path("state").asText().equals("done")) {
            throw new IOException(
                    "the job "
                            + job.path("state").asText()
                            + ": "
                            + job.at("/problem/detail").asText()
                            + ". "
                            + job.at("/problem/remedy").asText());
        }
    }

    @Command(name = "card", description = "Its report card.", mixinStandardHelpOptions = true)
    void card(
            @Mixin ServiceOptions service,
            @Parameters(paramLabel = "SITE") String site,
            @Parameters(paramLabel = "VERSION") long version)
            throws IOException {
        card(service, api -> api.get(path(site) + "/" + version + "/report-card"));
    }

    @Command(name = "promote", description = "Makes it active.", mixinStandardHelpOptions = true)
    void promote(
            @Mixin ServiceOptions service,
            @Parameters(paramLabel = "SITE") String site,
            @Parameters(paramLabel = "VERSION") long version)
            throws IOException {
        post(service, site, version, "promote");
    }

    @Command(
            name = "shadow",
            description = "Lets it score beside the active one.",
            mixinStandardHelpOptions = true)
    void shadow(
            @Mixin ServiceOptions service,
            @Parameters(paramLabel = "SITE") String site,
            @Parameters(paramLabel = "VERSION") long version)
            throws IOException {
        post(service, site, version, "shadow");
    }

    @Command(
            name = "approve",
            description = "Be the second person.",
            mixinStandardHelpOptions = true)
    void approve(
            @Mixin ServiceOptions service,
            @Parameters(paramLabel = "SITE") String site,
            @Parameters(paramLabel = "VERSION") long version)
            throws IOException {
        post(service, site, version, "approve");
    }

    @Command(name = "reject", description = "Puts it away.", mixinStandardHelpOptions = true)
    void reject(
            @Mixin ServiceOptions service,
            @Parameters(paramLabel = "SITE") String site,
            @Parameters(paramLabel = "VERSION") long version)
            throws IOException {
        post(service, site, version, "reject");
    }

    @Command(
            name = "rollback",
            description = "Back to what ran before.",
            mixinStandardHelpOptions = true)
    void rollBack(@Mixin ServiceOptions service, @Parameters(paramLabel = "SITE") String site)
            throws IOException {
        one(service, api -> api.post("/sites/" + ApiClient.part(site) + "/rollback", body()));
    }

    @Command(name = "upload", description = "Uploads a file.", mixinStandardHelpOptions = true)
    void upload(
            @Mixin ServiceOptions service,
            @Parameters(paramLabel = "SITE") String site,
            @Parameters(paramLabel = "FILE", description = "As talon adapt writes it.") Path file)
            throws IOException {
        byte[] content = Files.readAllBytes(file);
        one(service, api -> api.postBytes(path(site), "application/octet-stream", content));
    }

    @Command(
            name = "export",
            description = "Writes a signed bundle.",
            mixinStandardHelpOptions = true)
    void export(
            @Mixin ServiceOptions service,
            @Parameters(paramLabel = "SITE") String site,
            @Parameters(paramLabel = "VERSION") long version,
            @Option(names = "--out", required = true, paramLabel = "FILE") Path out)
            throws IOException {
        Files.write(out, service.client().getBytes(path(site) + "/" + version + "/bundle"));
        say("wrote " + out);
    }

    @Command(
            name = "import",
            description = "Takes a signed bundle in.",
            mixinStandardHelpOptions = true)
    void take(
            @Mixin ServiceOptions service,
            @Parameters(paramLabel = "SITE") String site,
            @Parameters(paramLabel = "FILE") Path file)
            throws IOException {
        byte[] content = Files.readAllBytes(file);
        one(service, api -> api.postBytes(path(site) + "/import", "application/zip", content));
    }

    private void post(ServiceOptions service, String site, long version, String what)
            throws IOException {
        one(service, api -> api.post(path(site) + "/" + version + "/" + what, body()));
    }

    private static String path(String site) {
        return "/sites/" + ApiClient.part(site) + "/adaptors";
    }
}
