// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.hard;

import io.talon.simulator.site.SiteKind;
import io.talon.zeek.Conn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What happens at a site on top of its ordinary traffic; attacks, and two benign events. */
public enum Event {
    /** Further uploads between those of the backup, of the backup's size, to the same server. */
    EXFILTRATION_IN_BACKUP(SiteKind.OFFICE, true) {
        @Override
        List<Conn.Builder> flows(Templates site, long from, long to) {
            List<Conn> large =
                    site.matching(c -> c.origBytes() != null && c.origBytes() > 1_000_000);
            List<Conn> backup = Templates.busiest(large);
            return repeated(site, backup, from, to, 60, 0.5);
        }
    },
    /** A known web server called every other minute or so, ±30 %, with ordinary exchanges. */
    BEACON_WITH_JITTER(SiteKind.OFFICE, true) {
        @Override
        List<Conn.Builder> flows(Templates site, long from, long to) {
            Conn exchange = site.pick(site.matching(c -> c.service().contains("ssl")));
            return repeated(site, List.of(exchange), from, to, 60, 0.3);
        }
    },
    /**
     * Known servers log in to those that take logins, with the site's own logins and file
     * transfers.
     */
    LATERAL_MOVEMENT(SiteKind.OFFICE, true) {
        @Override
        List<Conn.Builder> flows(Templates site, long from, long to) {
            List<Conn> internal =
                    site.matching(c -> c.respP() == 22 || c.respP() == 445 || c.respP() == 3389);
            List<String> targets = internal.stream().map(Conn::respH).distinct().sorted().toList();
            List<Conn.Builder> flows = new ArrayList<>();
            for (Conn.Builder flow : repeated(site, internal, from, to, 60, 1)) {
                String target = site.pick(targets);
                flows.add(flow.origH(site.pick(site.neighbours(target))).respH(target));
            }
            return flows;
        }
    },
    /** One probe a minute or less, ports in turn, with the site's own failed connections. */
    SLOW_SCAN(SiteKind.SENSORS, true) {
        @Override
        List<Conn.Builder> flows(Templates site, long from, long to) {
            List<Conn> failed =
                    site.matching(c -> "REJ".equals(c.connState()) || "S0".equals(c.connState()));
            String victim = site.pick(site.responders());
            List<Conn.Builder> flows = new ArrayList<>();
            for (Conn.Builder flow : repeated(site, failed, from, to, 100, 0.5)) {
                flows.add(flow.respH(victim).respP(1 + site.random().nextInt(10_000)));
            }
            return flows;
        }
    },
    /** The same login again and again, as fast as a person types. */
    GUESSING_AT_HUMAN_PACE(SiteKind.OFFICE, true) {
        @Override
        List<Conn.Builder> flows(Templates site, long from, long to) {
            List<Conn> logins = site.matching(c -> c.respP() == 22 || c.respP() == 443);
            Conn login = site.pick(logins);
            long brief = Math.min(to, from + (to - from) / 3);
            return repeated(site, List.of(login), from, brief, 80, 0.5);
        }
    },
    /** A master's exchanges with the other controllers, played to one of them in any order. */
    MODBUS_OUT_OF_ORDER(SiteKind.PLANT, true) {
        @Override
        List<Conn.Builder> flows(Templates site, long from, long to) {
            List<Conn> modbus = site.matching(c -> c.respP() == 502);
            String victim = site.pick(modbus).respH();
            List<Conn.Builder> flows = new ArrayList<>();
            for (Conn.Builder flow : repeated(site, modbus, from, to, 100, 1)) {
                flows.add(flow.respH(victim));
            }
            return flows;
        }
    },
    /** A server is replaced: from then on its answers are half as long again. Benign. */
    REPLACED_DEVICE(SiteKind.SENSORS, false) {
        @Override
        List<Conn.Builder> flows(Templates site, long from, long to) {
            List<Conn> device = Templates.busiest(site.matching(c -> c.respBytes() != null));
            List<Conn.Builder> flows = repeated(site, device, from, to, 100, 1);
            flows.forEach(
                    f -> {
                        Conn old = f.build();
                        if (old.respBytes() != null && old.respIpBytes() != null) {
                            long more = old.respBytes() / 2;
                            f.respBytes(old.respBytes() + more);
                            f.respIpBytes(old.respIpBytes() + more);
                        }
                    });
            return flows;
        }
    },
    /** Everybody fetches the same large file within an hour. Benign. */
    FIRMWARE_DAY(SiteKind.SENSORS, false) {
        @Override
        List<Conn.Builder> flows(Templates site, long from, long to) {
            List<Conn> downloads =
                    site.matching(c -> c.respBytes() != null && c.respBytes() > 50_000);
            Conn image = site.pick(downloads);
            long hour = Math.min(to, from + 3_600_000_000L);
            return repeated(site, List.of(image), from, hour, 60, 1);
        }
    };

    private final SiteKind kind;
    private final boolean attack;

    Event(SiteKind kind, boolean attack) {
        this.kind = kind;
        this.attack = attack;
    }

    /** The kind of site it happens at. */
    public SiteKind kind() {
        return kind;
    }

    /** Whether it should be found; else it should not be reported. */
    public boolean isAttack() {
        return attack;
    }

    /** As tables call it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Flows of an episode that starts between two times, µs since the epoch. */
    abstract List<Conn.Builder> flows(Templates site, long from, long to);

    /** Copies of random ones of the templates, {@code count} of them at jittered steps. */
    private static List<Conn.Builder> repeated(
            Templates site, List<Conn> templates, long from, long to, int count, double jitter) {
        List<Conn.Builder> flows = new ArrayList<>();
        double step = (to - from) / (double) count;
        for (int i = 0; i < count; i++) {
            double moved = i + jitter * (site.random().nextDouble() - 0.5);
            long at = from + (long) (Math.max(moved, 0) * step);
            flows.add(site.copy(site.pick(templates), at));
        }
        return flows;
    }
}
