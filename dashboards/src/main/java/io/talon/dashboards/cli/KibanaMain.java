// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code talon kibana}: dashboards, searches, data views and detection rules. */
@Command(
        name = "kibana",
        mixinStandardHelpOptions = true,
        description = "Dashboards, data views and detection rules for Kibana.",
        subcommands = {KibanaExport.class, KibanaRules.class, KibanaPack.class, KibanaUnpack.class})
public final class KibanaMain implements Runnable {
    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "say what to do: export, rules, pack or unpack");
    }

    /** Exits with 0 when all went well, 1 when something failed, 2 when the call was wrong. */
    public static void main(String[] arguments) {
        System.exit(Commands.run(new KibanaMain(), "kibana", arguments));
    }
}
