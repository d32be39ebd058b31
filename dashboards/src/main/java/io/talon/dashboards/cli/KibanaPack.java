// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.cli;

import io.talon.dashboards.kibana.ImportRules;
import io.talon.dashboards.kibana.SavedObject;
import io.talon.dashboards.kibana.SavedObjectFile;
import io.talon.dashboards.kibana.SavedObjectFolder;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code talon kibana pack}. */
@Command(
        name = "pack",
        mixinStandardHelpOptions = true,
        description = "For contributors: packs the sources into the file that Talon ships.")
final class KibanaPack implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private KibanaSources sources;

    @Override
    public Integer call() throws Exception {
        SavedObjectFolder folder = new SavedObjectFolder(sources.folder());
        List<SavedObject> objects = folder.read();
        List<String> wrong = ImportRules.violations(objects);
        if (!wrong.isEmpty()) {
            wrong.forEach(spec.commandLine().getErr()::println);
            return 1;
        }
        folder.write(objects);
        Files.createDirectories(sources.packed().getParent());
        Files.writeString(sources.packed(), SavedObjectFile.text(objects));
        spec.commandLine()
                .getErr()
                .printf("packed %d objects into %s%n", objects.size(), sources.packed());
        return 0;
    }
}
