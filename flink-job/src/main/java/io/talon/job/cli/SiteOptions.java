// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.cli;

import io.talon.job.flow.SiteId;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the commands have in common: whose logs they are, and help. */
final class SiteOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--tenant",
            paramLabel = "NAME",
            defaultValue = "default",
            description = "Whose flows they are (default: ${DEFAULT-VALUE}).")
    private String tenant;

    @Option(
            names = "--site",
            paramLabel = "NAME",
            defaultValue = "default",
            description = "Which of the tenant's sites saw them (default: ${DEFAULT-VALUE}).")
    private String site;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    private boolean help;

    SiteId id() {
        try {
            return new SiteId(tenant, site);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(command.commandLine(), e.getMessage());
        }
    }
}
