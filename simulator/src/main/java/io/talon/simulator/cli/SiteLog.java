// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.cli;

import io.talon.simulator.SimulatedFlow;
import io.talon.simulator.SimulatedSite;
import io.talon.simulator.Simulation;
import io.talon.zeek.ConnColumns;
import io.talon.zeek.ConnWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.stream.Stream;

/** Writes the conn.log of a site. A log that could not be finished is not left under its name. */
final class SiteLog {

    private static final int FLOWS_PER_STEP = 2048;

    private final SimulateCommand.LogFormat format;
    private final ConnColumns columns;

    SiteLog(SimulateCommand.LogFormat format, boolean labels) {
        this.format = format;
        this.columns = labels ? ConnColumns.LABELLED : ConnColumns.ZEEK;
    }

    SiteTally write(Simulation simulation, SimulatedSite site, Path file, Progress progress)
            throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
        SiteTally tally = new SiteTally(site, file, simulation.episodes(site.name()));
        try (OutputStream out = Files.newOutputStream(unfinished);
                ConnWriter writer = open(out);
                Stream<SimulatedFlow> flows = simulation.labelledFlows(site.name())) {
            for (Iterator<SimulatedFlow> it = flows.iterator(); it.hasNext(); ) {
                SimulatedFlow flow = it.next();
                writer.write(flow.conn());
                tally.add(flow);
                if (tally.flows() % FLOWS_PER_STEP == 0) {
                    progress.reached(tally.last());
                }
            }
        } catch (IOException e) {
            Files.deleteIfExists(unfinished);
            throw e;
        }
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        return tally;
    }

    private ConnWriter open(OutputStream out) {
        return format == SimulateCommand.LogFormat.JSON
                ? ConnWriter.json(out, columns)
                : ConnWriter.tsv(out, columns);
    }
}
