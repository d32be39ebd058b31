// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.cli;

import io.talon.dashboards.kibana.SavedObjectFile;
import io.talon.dashboards.kibana.ShippedObjects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code talon kibana export}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the dashboards, searches and data views as one NDJSON file.",
            "Import it in Kibana under Stack Management > Saved Objects, or with its API."
        })
final class KibanaExport implements Runnable {
    @Spec private CommandSpec spec;

    @Mixin private ScopeOptions scope;

    @Override
    public void run() {
        spec.commandLine()
                .getOut()
                .print(SavedObjectFile.text(scope.scope().apply(ShippedObjects.all())));
        spec.commandLine().getOut().flush();
    }
}
