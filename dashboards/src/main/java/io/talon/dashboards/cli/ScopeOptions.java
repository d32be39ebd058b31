// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.cli;

import io.talon.dashboards.kibana.SavedObjectScope;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What the saved objects are made to fit. */
final class ScopeOptions {
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

    SavedObjectScope scope() {
        return new SavedObjectScope(tenant, service);
    }
}
