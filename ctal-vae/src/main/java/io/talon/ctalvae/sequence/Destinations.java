// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.sequence;

import io.talon.zeek.Conn;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The histories of all destinations of one site, in memory. Not thread-safe. */
public final class Destinations {
    /** The order in which a site's flows are appended: by end, then uid. */
    public static final Comparator<Conn> ORDER =
            Comparator.comparingLong(Conn::endMicros).thenComparing(Conn::uid);

    private final Map<String, FlowHistory> byAddress = new HashMap<>();

    /** Appends a flow to its destination's history and takes the sequence that it ends. */
    public Sequence append(Conn flow) {
        FlowHistory history = byAddress.computeIfAbsent(flow.respH(), address -> new FlowHistory());
        history.append(flow);
        return history.sequence();
    }

    /** The sequences that flows end, destinations unseen before, in {@link #ORDER}. */
    public static List<Sequence> sequences(List<Conn> flows) {
        Destinations destinations = new Destinations();
        return flows.stream().sorted(ORDER).map(destinations::append).toList();
    }
}
