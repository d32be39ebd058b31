// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.site;

import io.talon.simulator.traffic.Host;
import io.talon.simulator.traffic.Rhythm;
import io.talon.simulator.traffic.Rng;
import java.util.ArrayList;
import java.util.List;

/**
 * People at PCs: the web, mail, files, printing, calls; servers, their administrators and the
 * nightly backup.
 */
final class OfficeSite {

    private final SiteDraft site;
    private final Rng rng;
    private final Host monitor;
    private final Host fileHost;
    private final Host directory;

    private OfficeSite(Rng rng, long start) {
        this.rng = rng;
        this.site = new SiteDraft(rng, start, Rhythm.draw(rng, 0.08, 0.25));
        this.monitor = site.host();
        this.fileHost = site.host();
        this.directory = site.host();
    }

    static Site draw(Rng rng, long start) {
        return new OfficeSite(rng, start).draw();
    }

    private Site draw() {
        Housekeeping housekeeping = new Housekeeping(site);
        List<Host> people = site.hosts(rng.between(10, 26));
        Server files = site.server(fileHost, 445, "gssapi,ntlm,smb");
        Server shell = site.server(fileHost, 22, "ssh");
        Server intranet = site.server(directory, 80, "http");
        Server kerberos = site.server(directory, 88, "krb_tcp");
        Server ldap = site.server(directory, 389, "ldap_tcp");
        Server printer = site.server(site.host(), 9100, null);
        Server mail = site.partner(993, "ssl");
        Server updates = site.partner(443, "ssl");
        List<Server> web = webSites();
        for (Host person : people) {
            site.byPeople(
                    "web",
                    rng.between(25, 90),
                    new Browse(person, site.gateway(), web, site.size(1)));
            site.every(
                    "mail",
                    rng.between(180, 700),
                    0.05,
                    new Request(person, mail, 1900, site.size(5200), 0.6, 4, 0.4));
            site.every(
                    "updates",
                    rng.between(1200, 5000),
                    0.1,
                    new Request(person, updates, 1400, site.size(5600), 0.3, 2, 0.3));
            site.byPeople(
                    "files",
                    rng.between(400, 1800),
                    new Request(person, files, site.size(9000), site.size(60_000), 1.4, 8, 8));
            site.byPeople(
                    "ticket",
                    rng.between(1500, 5000),
                    new Request(person, kerberos, 1600, 1700, 0.1, 1, 0.01));
            site.byPeople(
                    "ldap",
                    rng.between(1500, 6000),
                    new Request(person, ldap, 900, 3800, 0.4, 4, 0.1));
            site.byPeople(
                    "intranet",
                    rng.between(900, 4000),
                    new Request(person, intranet, 1500, site.size(18_000), 0.9, 3, 0.6));
            site.byPeople(
                    "print",
                    rng.between(6000, 20_000),
                    new Request(person, printer, site.size(350_000), 60, 1, 6, 2));
            site.byPeople("call", rng.between(9000, 30_000), new Call(person, web.get(0).host()));
        }
        servers(people, shell, files);
        housekeeping.look(people, true);
        housekeeping.watch(
                monitor, List.of(fileHost, directory), List.of(files, shell, intranet, ldap));
        Troubles.add(site, people, monitor);
        return site.finish();
    }

    private List<Server> webSites() {
        List<Server> sites = new ArrayList<>();
        for (int i = rng.between(60, 160); i > 0; i--) {
            sites.add(rng.chance(0.93) ? site.partner(443, "ssl") : site.partner(80, "http"));
        }
        return sites;
    }

    /**
     * Administrators and their machines: interactive shells, jobs that run over SSH, the backup at
     * night.
     */
    private void servers(List<Host> people, Server shell, Server files) {
        Server backup = site.partner(443, "ssl");
        for (Host admin : people.subList(0, rng.between(1, 3))) {
            site.byPeople("shell", rng.between(1500, 6000), new Shell(admin, shell));
        }
        site.every(
                "job",
                rng.between(300, 1800),
                0.02,
                new Request(monitor, shell, site.size(3200), site.size(4400), 0.1, 12, 1.5));
        site.every(
                "backup",
                86_400,
                0.01,
                (now, out, r) -> {
                    Request piece = new Request(fileHost, backup, site.size(6e7), 7000, 0.6, 12, 4);
                    for (int i = r.between(6, 20); i > 0; i--) {
                        piece.run(now + r.between(0L, 2_400_000_000L), out, r);
                    }
                });
        site.every(
                "mirror",
                rng.between(3, 8) * 3600,
                0.1,
                new Request(monitor, files, 9000, site.size(4e6), 0.5, 40, 20));
    }
}
