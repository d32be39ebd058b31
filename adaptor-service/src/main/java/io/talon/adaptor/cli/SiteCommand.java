// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code talon site}. */
@Command(
        name = "site",
        description = "Sites: the places that Zeek watches.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class SiteCommand extends ApiCommand {

    @Command(name = "list", description = "All sites.", mixinStandardHelpOptions = true)
    void list(@Mixin ServiceOptions service) throws IOException {
        list(
                service,
                api -> api.get("/sites?limit=100"),
                "sites",
                "name",
                "maturity",
                "activeAdaptor",
                "shadowAdaptor",
                "alertBudget",
                "profile");
    }

    @Command(name = "add", description = "Makes a site.", mixinStandardHelpOptions = true)
    void add(
            @Mixin ServiceOptions service,
            @Parameters(paramLabel = "SITE") String site,
            @Option(names = "--budget", description = "Alerts per day.") Double budget,
            @Option(names = "--second-person", description = "Promotions need another's approval.")
                    boolean secondPerson)
            throws IOException {
        one(
                service,
                api ->
                        api.post(
                                "/sites",
                                body(
                                        "name", site,
                                        "alertBudget", budget,
                                        "secondPerson", secondPerson)));
    }

    @Command(name = "show", description = "One site.", mixinStandardHelpOptions = true)
    void show(@Mixin ServiceOptions service, @Parameters(paramLabel = "SITE") String site)
            throws IOException {
        one(service, api -> api.get("/sites/" + ApiClient.part(site)));
    }

    @Command(name = "change", description = "Changes a site.", mixinStandardHelpOptions = true)
    void change(
            @Mixin ServiceOptions service,
            @Parameters(paramLabel = "SITE") String site,
            @Option(names = "--budget", description = "Alerts per day.") Double budget,
            @Option(
                            names = "--second-person",
                            negatable = true,
                            description = "Promotions need another's approval, or not.")
                    Boolean secondPerson)
            throws IOException {
        one(
                service,
                api ->
                        api.patch(
                                "/sites/" + ApiClient.part(site),
                                body("alertBudget", budget, "secondPerson", secondPerson)));
    }

    @Command(
            name = "flows",
            description = "Adds flows of a conn.log, for triplets to name.",
            mixinStandardHelpOptions = true)
    void flows(
            @Mixin ServiceOptions service,
            @Parameters(paramLabel = "SITE") String site,
            @Parameters(paramLabel = "FILE", description = "As Zeek writes it, plain or gzip.")
                    Path log,
            @Option(names = "--benign", description = "Declares all of them benign.")
                    boolean benign)
            throws IOException {
        byte[] content = Files.readAllBytes(log);
        one(
                service,
                api ->
                        api.postBytes(
                                "/sites/" + ApiClient.part(site) + "/flows?benign=" + benign,
                                "application/octet-stream",
                                content));
    }
}
