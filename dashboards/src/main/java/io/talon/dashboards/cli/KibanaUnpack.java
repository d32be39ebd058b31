// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.cli;

import io.talon.dashboards.kibana.SavedObject;
import io.talon.dashboards.kibana.SavedObjectFile;
import io.talon.dashboards.kibana.SavedObjectFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code talon kibana unpack}. */
@Command(
        name = "unpack",
        mixinStandardHelpOptions = true,
        description = "For contributors: takes an export of Kibana apart into the sources.")
final class KibanaUnpack implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private KibanaSources sources;

    @Parameters(paramLabel = "FILE", description = "What Kibana exported (.ndjson).")
    private Path file;

    @Override
    public Integer call() throws Exception {
        List<SavedObject> objects = SavedObjectFile.parse(Files.readString(file));
        new SavedObjectFolder(sources.folder()).write(objects);
        spec.commandLine()
                .getErr()
                .printf("unpacked %d objects into %s%n", objects.size(), sources.folder());
        return 0;
    }
}
