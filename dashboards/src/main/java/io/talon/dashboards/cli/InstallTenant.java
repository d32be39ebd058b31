// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.cli;

import io.talon.dashboards.TenantAccess;
import io.talon.dashboards.TenantAccess.Purpose;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code talon install tenant}. */
@Command(
        name = "tenant",
        mixinStandardHelpOptions = true,
        description = {
            "Makes the role of a tenant's people, and an API key each for reading and for writing"
                    + " its data streams, and no other's.",
            "Prints each new key once, as NAME KEY. A key that is there is not made again.",
            "Elasticsearch lets no API key make another: give --user."
        })
final class InstallTenant implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private ServerOptions server;

    @Parameters(paramLabel = "TENANT", description = "The tenant's name.")
    private String tenant;

    @Option(names = "--new-keys", description = "Make keys even if there are some already.")
    private boolean newKeys;

    @Override
    public Integer call() throws Exception {
        TenantAccess access = new TenantAccess(server.url(), server.credentials(), tenant);
        access.putRole(Purpose.READER);
        spec.commandLine()
                .getErr()
                .printf("talon install: role %s is in place%n", access.name(Purpose.READER));
        for (Purpose purpose : Purpose.values()) {
            if (!newKeys && access.hasKey(purpose)) {
                spec.commandLine()
                        .getErr()
                        .printf(
                                "talon install: there is an API key %s already; --new-keys makes"
                                        + " another%n",
                                access.name(purpose));
            } else {
                spec.commandLine()
                        .getOut()
                        .printf("%s %s%n", access.name(purpose), access.makeKey(purpose));
            }
        }
        spec.commandLine().getOut().flush();
        return 0;
    }
}
