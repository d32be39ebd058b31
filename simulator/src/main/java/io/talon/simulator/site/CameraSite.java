// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.site;

import io.talon.simulator.traffic.Host;
import io.talon.simulator.traffic.Rhythm;
import io.talon.simulator.traffic.Rng;
import java.util.List;

/**
 * Cameras, a recorder that draws their streams and asks them for events, a cloud for clips, and
 * guards who watch.
 */
final class CameraSite {

    private final SiteDraft site;
    private final Rng rng;

    private CameraSite(Rng rng, long start) {
        this.rng = rng;
        this.site = new SiteDraft(rng, start, Rhythm.draw(rng, 0.35, 0.9));
    }

    static Site draw(Rng rng, long start) {
        return new CameraSite(rng, start).draw();
    }

    private Site draw() {
        Housekeeping housekeeping = new Housekeeping(site);
        Host monitor = site.host();
        Host recorder = site.host();
        Server intake = site.server(recorder, 80, "http");
        Server viewer = site.server(recorder, 443, "ssl");
        Server shell = site.server(recorder, 22, "ssh");
        Server clips = site.partner(443, "ssl");
        Server vendor = site.partner(443, "ssl");
        List<Host> cameras = site.hosts(rng.between(7, 22));
        double bitsPerSecond = site.size(rng.logNormal(1.2e6, 0.6));
        for (Host camera : cameras) {
            streaming(camera, recorder, bitsPerSecond);
            events(camera, recorder, intake);
        }
        relay(cameras, vendor);
        site.byPeople(
                "clip",
                rng.between(120, 600),
                new Request(recorder, clips, site.size(4e6), 3500, 0.9, 4, 1));
        site.every(
                "backup",
                86_400 / 2.0,
                0.02,
                new Request(recorder, clips, site.size(9e7), 9000, 0.5, 10, 30));
        for (Host guard : site.hosts(rng.between(1, 4))) {
            site.byPeople(
                    "watch",
                    rng.between(400, 1600),
                    new Request(guard, viewer, site.size(5000), site.size(2e7), 1.1, 30, 120));
            site.byPeople(
                    "page",
                    rng.between(100, 500),
                    new Request(guard, viewer, 1800, site.size(22_000), 0.8, 4, 1));
            site.byPeople("shell", rng.between(12_000, 40_000), new Shell(guard, shell));
            housekeeping.look(List.of(guard), true);
        }
        site.every(
                "firmware",
                rng.between(3, 12) * 86_400,
                0.4,
                new FirmwareDay(cameras, vendor, site.size(2.5e7)));
        housekeeping.look(cameras, rng.chance(0.5));
        housekeeping.watch(monitor, cameras, List.of(intake, viewer, shell));
        Troubles.add(site, cameras, monitor);
        return site.finish();
    }

    /** The recorder draws each stream in pieces, each a connection of its own. */
    private void streaming(Host camera, Host recorder, double bitsPerSecond) {
        Server rtsp = site.server(camera, 554, null);
        double secondsPerMessage = 0.5;
        double bytes = bitsPerSecond / 8 * secondsPerMessage * rng.between(0.6, 1.5);
        Session.Load load = new Session.Load(rng.between(0.08, 0.5), secondsPerMessage, 3, bytes);
        site.session("rtsp", recorder, rtsp, load);
    }

    private void events(Host camera, Host recorder, Server intake) {
        Server onvif = site.server(camera, rng.chance(0.7) ? 80 : 8899, "http");
        site.every(
                "onvif",
                rng.between(60, 240),
                0.02,
                new Request(recorder, onvif, site.size(900), site.size(1500), 0.1, 1, 0.08));
        site.byPeople(
                "motion",
                rng.between(200, 900),
                new Request(camera, intake, site.size(60_000), 220, 0.7, 2, 0.2));
        site.every(
                "discover",
                rng.between(1200, 7200),
                0.4,
                new Announce(camera, 3702, Announce.DISCOVERY, 3702, null, 640, 4));
    }

    /** Cameras keep a hole in the router's wall open for their vendor's app. */
    private void relay(List<Host> cameras, Server vendor) {
        if (rng.chance(0.6)) {
            int port = rng.between(10_000, 40_000);
            double seconds = rng.between(90, 300);
            for (Host camera : cameras) {
                site.every(
                        "relay",
                        seconds,
                        0.02,
                        new Ask(camera, 0, vendor.host(), port, null, 44, 28, 0.05, 0.01));
            }
        }
    }
}
