// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of the jar, as its manifest says. */
final class ModuleVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = SimulateMain.class.getPackage().getImplementationVersion();
        return new String[] {"talon " + Optional.ofNullable(version).orElse("(not packaged)")};
    }
}
