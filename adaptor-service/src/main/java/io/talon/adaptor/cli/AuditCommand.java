// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code talon audit}. */
@Command(
        name = "audit",
        description = "The audit: who did what.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class AuditCommand extends ApiCommand {

    @Command(name = "list", description = "Newest first.", mixinStandardHelpOptions = true)
    void list(@Mixin ServiceOptions service) throws IOException {
        list(
                service,
                api -> api.get("/audit?limit=100"),
                "entries",
                "seq",
                "at",
                "by",
                "action",
                "object",
                "outcome",
                "detail");
    }

    @Command(
            name = "verify",
            description = "Whether the chain is unbroken; exit code 1 if it is not.",
            mixinStandardHelpOptions = true)
    void verify(@Mixin ServiceOptions service) throws IOException {
        JsonNode finding = service.client().get("/audit/verify");
        one(service, api -> finding);
        if (!finding.path("intact").asBoolean()) {
            throw new IOException(
                    "the audit is broken at entry "
                            + finding.path("brokenAt").asLong()
                            + ": "
                            + finding.path("reason").asText());
        }
    }
}
