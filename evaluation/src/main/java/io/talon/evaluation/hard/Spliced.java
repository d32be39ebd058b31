// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.hard;

import io.talon.evaluation.protocol.Capture;
import io.talon.evaluation.protocol.Captures;
import io.talon.evaluation.protocol.Kind;
import io.talon.zeek.Conn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Benign flows of one real capture with attack flows of another: runs of consecutive attack flows,
 * their gaps kept, moved to a random time and to a known pair of hosts.
 */
public final class Spliced {
    private static final int RUN = 5;

    /** Attack flows in the first 30 %, so that triplets find negatives whatever the share. */
    private static final int EARLY = 20;

    private Spliced() {}

    /**
     * @param share attack flows per benign flow in the last third of the timeline; rounded up to
     *     whole runs of five
     */
    public static Capture of(
            String name, List<Conn> benignOf, List<Conn> attacksOf, double share, long seed) {
        List<Conn> benign =
                benignOf.stream()
                        .filter(c -> Kind.of(c.label()) == Kind.BENIGN)
                        .sorted(Comparator.comparingLong(Conn::endMicros))
                        .toList();
        List<Conn> attacks =
                attacksOf.stream()
                        .filter(c -> Kind.of(c.label()) == Kind.MALICIOUS)
                        .sorted(Comparator.comparingLong(Conn::tsMicros))
                        .toList();
        Templates site = new Templates(benign, new Random(seed));
        List<Conn> flows = new ArrayList<>(benign);
        add(flows, site, benign, attacks, EARLY, 0, 0.28);
        int late = (int) Math.ceil(share * benign.size() / 3);
        add(flows, site, benign, attacks, late, 0.68, 0.98);
        return Captures.of(name, flows);
    }

    private static void add(
            List<Conn> flows,
            Templates site,
            List<Conn> benign,
            List<Conn> attacks,
            int count,
            double from,
            double to) {
        long start = benign.get((int) (from * benign.size())).tsMicros();
        long end = benign.get((int) (to * benign.size())).tsMicros();
        for (int done = 0; done < count; done += RUN) {
            int first = site.random().nextInt(attacks.size() - RUN);
            long moved = site.between(start, end) - attacks.get(first).tsMicros();
            Conn host = site.pick(benign);
            for (Conn attack : attacks.subList(first, first + RUN)) {
                flows.add(
                        site.copy(attack, attack.tsMicros() + moved)
                                .origH(host.origH())
                                .respH(host.respH())
                                .build());
            }
        }
    }
}
