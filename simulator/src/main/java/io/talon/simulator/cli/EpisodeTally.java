// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.cli;

import io.talon.simulator.Episode;
import io.talon.zeek.Conn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What one attack came to. */
final class EpisodeTally {

    private final Episode episode;
    private final Set<String> attackers = new TreeSet<>();
    private final Set<String> targets = new TreeSet<>();
    private final List<String> uids = new ArrayList<>();

    EpisodeTally(Episode episode) {
        this.episode = episode;
    }

    void add(Conn conn) {
        attackers.add(conn.origH());
        targets.add(conn.respH());
        uids.add(conn.uid());
    }

    Episode episode() {
        return episode;
    }

    Set<String> attackers() {
        return Collections.unmodifiableSet(attackers);
    }

    Set<String> targets() {
        return Collections.unmodifiableSet(targets);
    }

    List<String> uids() {
        return Collections.unmodifiableList(uids);
    }
}
