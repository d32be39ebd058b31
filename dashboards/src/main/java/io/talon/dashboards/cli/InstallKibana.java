// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.cli;

import io.talon.dashboards.kibana.KibanaImport;
import io.talon.dashboards.kibana.SavedObjectFile;
import io.talon.dashboards.kibana.ShippedObjects;
import io.talon.dashboards.rule.RuleFile;
import io.talon.dashboards.rule.ShippedRules;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code talon install kibana}. */
@Command(
        name = "kibana",
        mixinStandardHelpOptions = true,
        description =
                "Imports the dashboards, searches and data views into Kibana, over those of the"
                        + " same ids.")
final class InstallKibana implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private ServerOptions server;
    @Mixin private ScopeOptions scope;

    @Option(names = "--space", paramLabel = "ID", description = "Space (default: the default one).")
    private Optional<String> space = Optional.empty();

    @Option(
            names = "--rules",
            description = "Import the detection rules too, turned off; over those of the same ids.")
    private boolean rules;

    @Override
    public Integer call() throws Exception {
        KibanaImport kibana = new KibanaImport(server.url(), server.credentials(), space);
        int count =
                kibana.savedObjects(
                        SavedObjectFile.text(scope.scope().apply(ShippedObjects.all())));
        spec.commandLine().getOut().printf("imported %d saved objects%n", count);
        if (rules) {
            int imported = kibana.rules(RuleFile.text(ShippedRules.all(scope.scope().tenant())));
            spec.commandLine().getOut().printf("imported %d detection rules%n", imported);
        }
        spec.commandLine().getOut().flush();
        return 0;
    }
}
