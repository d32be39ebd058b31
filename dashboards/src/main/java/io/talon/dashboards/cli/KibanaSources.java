// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the sources of the saved objects lie in a checkout. */
final class KibanaSources {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "The checkout of Talon (default: the one this command runs from).")
    private Path home = Path.of(System.getProperty("talon.home", "."));

    Path folder() {
        return home.resolve("dashboards/src/kibana");
    }

    Path packed() {
        return home.resolve(
                "dashboards/src/main/resources/io/talon/dashboards/kibana/talon.ndjson");
    }

    Path rules() {
        return home.resolve("dashboards/custom-rules");
    }

    Path packedRules() {
        return home.resolve("dashboards/src/main/resources/io/talon/dashboards/rule/rules.ndjson");
    }
}
