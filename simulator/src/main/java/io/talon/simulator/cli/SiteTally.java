// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.cli;

import io.talon.simulator.Episode;
import io.talon.simulator.SimulatedFlow;
import io.talon.simulator.SimulatedSite;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one site came to. */
final class SiteTally {

    private final SimulatedSite site;
    private final Path file;
    private final Map<Integer, EpisodeTally> episodes = new LinkedHashMap<>();
    private final Set<String> destinations = new HashSet<>();
    private long flows;
    private long malicious;
    private long firstMicros;
    private long lastMicros;

    SiteTally(SimulatedSite site, Path file, List<Episode> planned) {
        this.site = site;
        this.file = file;
        planned.forEach(e -> episodes.put(e.number(), new EpisodeTally(e)));
    }

    void add(SimulatedFlow flow) {
        lastMicros = flow.conn().endMicros();
        firstMicros = flows == 0 ? lastMicros : firstMicros;
        flows++;
        destinations.add(flow.conn().respH());
        flow.episode()
                .ifPresent(
                        episode -> {
                            malicious++;
                            episodes.get(episode.number()).add(flow.conn());
                        });
    }

    SimulatedSite site() {
        return site;
    }

    Path file() {
        return file;
    }

    long flows() {
        return flows;
    }

    long malicious() {
        return malicious;
    }

    int destinations() {
        return destinations.size();
    }

    /** End of the first flow in the log. */
    Instant first() {
        return Instant.EPOCH.plus(firstMicros, ChronoUnit.MICROS);
    }

    /** End of the last flow in the log. */
    Instant last() {
        return Instant.EPOCH.plus(lastMicros, ChronoUnit.MICROS);
    }

    Collection<EpisodeTally> episodes() {
        return Collections.unmodifiableCollection(episodes.values());
    }
}
