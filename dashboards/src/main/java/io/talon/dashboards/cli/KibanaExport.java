// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.cli;

import io.talon.dashboards.kibana.SavedObjectFile;
import io.talon.dashboards.kibana.SavedObjectScope;
import io.talon.dashboards.kibana.ShippedObjects;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    @Option(
            names = "--tenant",
            paramLabel = "NAME",
            description = "Data views that read this tenant's data streams only.")
    private Optional<String> tenant = Optional.empty();

    @Option(
            names = "--service-url",
            paramLabel = "URL",
            description = "Address of the adaptor service, for the links to it.")
    private Optional<String> service = Optional.empty();

    @Override
    public void run() {
        SavedObjectScope scope = new SavedObjectScope(tenant, service);
        spec.commandLine().getOut().print(SavedObjectFile.text(scope.apply(ShippedObjects.all())));
        spec.commandLine().getOut().flush();
    }
}
