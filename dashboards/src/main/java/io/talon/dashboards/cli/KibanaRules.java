// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.cli;

import io.talon.dashboards.rule.RuleFile;
import io.talon.dashboards.rule.ShippedRules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code talon kibana rules}. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the detection rules as one NDJSON file, all of them turned off.",
            "Import it in Kibana under Security > Rules, or with its API."
        })
final class KibanaRules implements Runnable {
    @Spec private CommandSpec spec;

    @Mixin private ScopeOptions scope;

    @Override
    public void run() {
        spec.commandLine().getOut().print(RuleFile.text(ShippedRules.all(scope.scope().tenant())));
        spec.commandLine().getOut().flush();
    }
}
