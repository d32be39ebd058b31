// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.cli;

import io.talon.simulator.attack.AttackFamily;
import java.util.List;
import java.util.Locale;

/** The summary for people: flows per site, then flows per family and site. */
final class ReportTable {

    private final List<SiteTally> sites;

    ReportTable(List<SiteTally> sites) {
        this.sites = sites;
    }

    String text() {
        StringBuilder s = new StringBuilder();
        line(
                s,
                "%-14s %-8s %10s %10s %10s %8s %6s  %s",
                "site",
                "kind",
                "flows",
                "benign",
                "malicious",
                "attacks",
                "dests",
                "file");
        for (SiteTally t : sites) {
            long attacks = t.episodes().size();
            line(
                    s,
                    "%-14s %-8s %10d %10d %10d %8d %6d  %s",
                    t.site().name(),
                    t.site().kind().label(),
                    t.flows(),
                    t.flows() - t.malicious(),
                    t.malicious(),
                    attacks,
                    t.destinations(),
                    t.file());
        }
        if (sites.stream().anyMatch(t -> !t.episodes().isEmpty())) {
            s.append('\n');
            families(s);
        }
        return s.toString();
    }

    private void families(StringBuilder s) {
        StringBuilder head = new StringBuilder("%-18s".formatted("malicious flows"));
        sites.forEach(t -> head.append(" %14s".formatted(t.site().name())));
        line(s, "%s", head);
        for (AttackFamily family : AttackFamily.values()) {
            StringBuilder row = new StringBuilder("%-18s".formatted(family.label()));
            sites.forEach(t -> row.append(" %14d".formatted(flows(t, family))));
            line(s, "%s", row);
        }
    }

    private static long flows(SiteTally tally, AttackFamily family) {
        return tally.episodes().stream()
                .filter(e -> e.episode().family() == family)
                .mapToLong(e -> e.uids().size())
                .sum();
    }

    private static void line(StringBuilder s, String format, Object... values) {
        s.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }
}
