// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.site;

import io.talon.simulator.traffic.Host;
import io.talon.simulator.traffic.Rhythm;
import io.talon.simulator.traffic.Rng;
import io.talon.simulator.traffic.Udp;
import java.util.List;

/**
 * Controllers polled by Modbus/TCP, an operator's panel, a historian, and engineers during the day.
 */
final class PlantSite {

    private static final int MODBUS = 502;

    private final SiteDraft site;
    private final Rng rng;

    private PlantSite(Rng rng, long start) {
        this.rng = rng;
        this.site = new SiteDraft(rng, start, Rhythm.draw(rng, 0.4, 0.7));
    }

    static Site draw(Rng rng, long start) {
        return new PlantSite(rng, start).draw();
    }

    private Site draw() {
        Housekeeping housekeeping = new Housekeeping(site);
        Host monitor = site.host();
        Host historian = site.host();
        List<Host> panels = site.hosts(rng.between(1, 3));
        List<Host> engineers = site.hosts(rng.between(1, 3));
        List<Host> controllers = site.hosts(rng.between(7, 20));
        List<Server> modbus =
                controllers.stream().map(c -> site.server(c, MODBUS, "modbus")).toList();
        panels.forEach(panel -> polling(panel, modbus));
        polling(historian, modbus);
        engineers.forEach(engineer -> engineering(engineer, controllers, modbus));
        history(historian, panels);
        for (Host controller : controllers) {
            site.every(
                    "syslog",
                    rng.between(120, 1500),
                    0.5,
                    new Announce(controller, 514, historian, 514, "syslog", site.size(140), 3));
            site.every(
                    "snmp",
                    rng.between(120, 600),
                    0.01,
                    new Ask(monitor, 0, controller, 161, "snmp", 46, site.size(120), 0.15, 0.004));
        }
        housekeeping.look(controllers, false);
        housekeeping.look(panels, true);
        housekeeping.look(engineers, true);
        housekeeping.watch(monitor, controllers, modbus);
        Troubles.add(site, controllers, monitor);
        return site.finish();
    }

    /**
     * A master either keeps its connections or opens one for every poll; registers and pace are its
     * own.
     */
    private void polling(Host master, List<Server> controllers) {
        boolean keeps = rng.chance(0.35);
        double interval = keeps ? rng.between(0.5, 5) : rng.between(25, 120);
        int registers = rng.between(4, 60);
        for (Server controller : controllers) {
            double answer = 9 + 2.0 * registers * rng.between(0.7, 1.3);
            if (keeps) {
                site.session(
                        "modbus",
                        master,
                        controller,
                        new Session.Load(rng.between(0.1, 0.8), interval, 12, answer));
            } else {
                int polls = rng.between(1, 4);
                site.every(
                        "poll",
                        interval,
                        rng.between(0.002, 0.03),
                        new Request(
                                master,
                                controller,
                                12.0 * polls,
                                answer * polls,
                                0.02,
                                polls,
                                0.02 * polls));
            }
        }
    }

    /** Engineers read whole tables, set a value here and there, and load programs. */
    private void engineering(Host engineer, List<Host> controllers, List<Server> modbus) {
        for (Server controller : modbus) {
            site.byPeople(
                    "tune",
                    rng.between(7000, 30_000),
                    new Request(engineer, controller, 12.0 * 8, 140, 0.5, 8, 6));
        }
        for (Host controller : controllers) {
            if (rng.chance(0.5)) {
                Server web = site.server(controller, 80, "http");
                site.byPeople(
                        "page",
                        rng.between(4000, 20_000),
                        new Request(engineer, web, 700, site.size(9000), 0.7, 2, 0.5));
            }
        }
    }

    private void history(Host historian, List<Host> panels) {
        Server database = site.server(historian, 1433, null);
        Server files = site.server(historian, 445, "gssapi,ntlm,smb");
        Server shell = site.server(historian, 22, "ssh");
        Server office = site.partner(443, "ssl");
        for (Host panel : panels) {
            Server desk = site.server(panel, 3389, "rdp,ssl");
            site.every(
                    "rows",
                    rng.between(30, 180),
                    0.05,
                    new Request(panel, database, site.size(700), site.size(1800), 0.3, 3, 0.1));
            site.byPeople(
                    "trend",
                    rng.between(200, 900),
                    new Request(panel, database, 1200, site.size(40_000), 0.9, 4, 0.8));
            site.byPeople(
                    "files",
                    rng.between(2000, 9000),
                    new Request(panel, files, 4000, site.size(30_000), 1, 6, 3));
            site.byPeople(
                    "desk",
                    rng.between(9000, 30_000),
                    new Request(historian, desk, 90_000, site.size(900_000), 0.9, 200, 400));
            site.byPeople("shell", rng.between(9000, 30_000), new Shell(panel, shell));
        }
        site.every(
                "export",
                rng.between(0.4, 3) * 3600,
                0.05,
                new Request(historian, office, site.size(400_000), 4000, 0.5, 6, 2));
        site.every(
                "trap",
                rng.between(300, 1800),
                0.6,
                (now, out, r) ->
                        out.udp(
                                Udp.send(
                                        now,
                                        historian,
                                        site.gateway(),
                                        514,
                                        "syslog",
                                        1,
                                        r.logNormal(150, 0.3),
                                        0)));
    }
}
