// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.cli;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code talon suppression}. */
@Command(
        name = "suppression",
        description = "Suppressions: what raises no alert.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class SuppressionCommand extends ApiCommand {

    @Command(name = "list", description = "All, newest first.", mixinStandardHelpOptions = true)
    void list(@Mixin ServiceOptions service) throws IOException {
        list(
                service,
                api -> api.get("/suppressions?limit=100"),
                "suppressions",
                "id",
                "site",
                "sourceCidr",
                "destinationCidr",
                "destinationPort",
                "owner",
                "expires",
                "withdrawn",
                "reason");
    }

    @Command(name = "add", description = "Suppresses alerts.", mixinStandardHelpOptions = true)
    void add(
            @Mixin ServiceOptions service,
            @Option(names = "--reason", required = true, description = "Why.") String reason,
            @Option(names = "--site", description = "Only this site's.") String site,
            @Option(names = "--source", description = "Net, e.g. 10.1.2.0/24.") String source,
            @Option(names = "--destination", description = "Net.") String destination,
            @Option(names = "--port", description = "The destination's.") Integer port,
            @Option(names = "--transport", description = "tcp, udp or icmp.") String transport,
            @Option(names = "--until", description = "ISO 8601 time at which it ends.")
                    String until)
            throws IOException {
        one(
                service,
                api ->
                        api.post(
                                "/suppressions",
                                body(
                                        "reason", reason,
                                        "site", site,
                                        "sourceCidr", source,
                                        "destinationCidr", destination,
                                        "destinationPort", port,
                                        "transport", transport,
                                        "expires", until)));
    }

    @Command(name = "withdraw", description = "Takes one back.", mixinStandardHelpOptions = true)
    void withdraw(@Mixin ServiceOptions service, @Parameters(paramLabel = "ID") String id)
            throws IOException {
        one(service, api -> api.delete("/suppressions/" + ApiClient.part(id)));
    }
}
