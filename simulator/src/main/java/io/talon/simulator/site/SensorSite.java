// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.site;

import io.talon.simulator.traffic.Host;
import io.talon.simulator.traffic.Rhythm;
import io.talon.simulator.traffic.Rng;
import java.util.ArrayList;
import java.util.List;

/**
 * Sensors that report by MQTT or CoAP to a broker at the site or in a cloud, and a few people who
 * look at the result.
 */
final class SensorSite {

    private final SiteDraft site;
    private final Rng rng;
    private final Host brokerHost;

    private SensorSite(Rng rng, long start) {
        this.rng = rng;
        this.site = new SiteDraft(rng, start, Rhythm.draw(rng, 0.25, 0.8));
        this.brokerHost = site.host();
    }

    static Site draw(Rng rng, long start) {
        return new SensorSite(rng, start).draw(start);
    }

    private Site draw(long start) {
        Housekeeping housekeeping = new Housekeeping(site);
        boolean encrypted = rng.chance(0.4);
        Server broker =
                encrypted
                        ? site.server(brokerHost, 8883, "ssl")
                        : site.server(brokerHost, 1883, "mqtt");
        Server cloud = site.partner(8883, "ssl");
        Server vendor = site.partner(443, "ssl");
        Host monitor = site.host();
        List<Host> devices = new ArrayList<>();
        int fleets = rng.between(2, 4);
        for (int i = 0; i < fleets; i++) {
            List<Host> fleet = site.hosts(rng.between(5, 14));
            publishing(fleet, rng.chance(0.75) ? broker : cloud, start);
            devices.addAll(fleet);
            housekeeping.look(fleet, rng.chance(0.4));
            housekeeping.watch(monitor, fleet, List.of());
            site.every(
                    "firmware",
                    rng.between(2, 9) * 86_400,
                    0.4,
                    new FirmwareDay(fleet, vendor, site.size(rng.logNormal(3e6, 1))));
            for (Host device : fleet) {
                site.every(
                        "status",
                        rng.between(3, 12) * 3600,
                        0.1,
                        new Request(device, vendor, site.size(1200), site.size(4200), 0.2, 2, 0.3));
            }
        }
        Server console = site.server(brokerHost, 443, "ssl");
        Server shell = site.server(brokerHost, 22, "ssh");
        Server web = site.server(site.gateway(), 80, "http");
        housekeeping.watch(monitor, List.of(brokerHost), List.of(broker, console, shell));
        people(console, shell, web, cloud, housekeeping);
        Troubles.add(site, devices, monitor);
        return site.finish();
    }

    /** One fleet is of one make: it speaks one way, at one pace. */
    private void publishing(List<Host> fleet, Server broker, long start) {
        double interval = rng.logNormal(150, 0.5);
        double payload = site.size(rng.logNormal(160, 0.5));
        double jitter = rng.between(0.005, 0.12);
        int style = rng.between(0, 2);
        for (Host device : fleet) {
            if (style == 0) {
                int turns = rng.between(2, 3);
                site.every(
                        "publish",
                        interval,
                        jitter,
                        new Request(device, broker, payload + 60, 12, 0.12, turns, 0.15));
            } else if (style == 1) {
                Session.Load load = new Session.Load(rng.between(0.3, 4), interval / 4, payload, 4);
                site.session("mqtt", device, broker, load);
            } else {
                site.every(
                        "coap",
                        interval,
                        jitter,
                        new Ask(device, 0, brokerHost, 5683, null, payload * 0.6, 9, 0.15, 0.01));
            }
        }
    }

    private void people(
            Server console, Server shell, Server web, Server cloud, Housekeeping housekeeping) {
        for (Host person : site.hosts(rng.between(2, 4))) {
            site.byPeople(
                    "console",
                    rng.between(120, 500),
                    new Request(person, console, site.size(2200), site.size(26_000), 0.9, 4, 2));
            site.byPeople(
                    "cloud",
                    rng.between(300, 1500),
                    new Request(person, cloud, 1500, 9000, 0.7, 3, 1));
            site.byPeople(
                    "router",
                    rng.between(4000, 20_000),
                    new Request(person, web, 900, 12_000, 0.6, 2, 0.4));
            site.byPeople("shell", rng.between(4000, 20_000), new Shell(person, shell));
            housekeeping.look(List.of(person), true);
        }
    }
}
