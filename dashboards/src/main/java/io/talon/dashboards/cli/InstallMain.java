// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code talon install}: what Talon needs in other servers. */
@Command(
        name = "install",
        mixinStandardHelpOptions = true,
        description = "Puts what Talon needs into Elasticsearch and Kibana.",
        subcommands = {InstallElasticsearch.class, InstallTenant.class, InstallKibana.class})
public final class InstallMain implements Runnable {
    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "say where: elasticsearch, tenant or kibana");
    }

    /** Exits with 0 when all is in place, 1 when something is not, 2 when the call was wrong. */
    public static void main(String[] arguments) {
        System.exit(Commands.run(new InstallMain(), "install", arguments));
    }
}
