// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.part;

import io.talon.local.process.Ports;
import io.talon.local.process.WorkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What every part needs to know of its run.
 *
 * @param artefacts what the build made
 * @param work where data and logs go
 * @param ports gives free ports
 * @param wantedPorts ports that the user asked for, by name of the part
 */
public record PartContext(
        Artefacts artefacts, WorkFolder work, Ports ports, Map<String, Integer> wantedPorts) {

    /** Quick to start rather than quick in the long run; each part adds its own heap size. */
    static final List<String> QUICK_START =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

    /**
     * The port for a part's address: the one asked for, or any free one.
     *
     * @throws PartFailure if the one asked for is taken
     */
    int addressPort(String part) throws IOException {
        Integer wanted = wantedPorts.get(part);
        if (wanted == null) {
            return ports.free();
        }
        if (!Ports.isFree(wanted)) {
            throw new PartFailure(
                    part,
                    "port " + wanted + " of 127.0.0.1 is in use by another program",
                    "End that program, or leave out --port "
                            + part
                            + "="
                            + wanted
                            + " and a free port is taken.",
                    List.of());
        }
        return wanted;
    }

    /** A folder of a part's own, made when absent. */
    Path folder(String part) throws IOException {
        return Files.createDirectories(work.path().resolve(part));
    }

    /** The log of a process. */
    Path log(String process) {
        return work.logs().resolve(process + ".log");
    }
}
