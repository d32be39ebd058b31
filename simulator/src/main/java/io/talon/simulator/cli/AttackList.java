// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.cli;

import io.talon.simulator.SimulatedSite;
import io.talon.simulator.Simulation;
import io.talon.simulator.attack.AttackFamily;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What {@code --attacks} asks for: all, none, or a list. */
final class AttackList {

    private static final String FORM = "FAMILY[@SITE][:AFTER[:FOR[:INTENSITY]]]";

    private final boolean all;
    private final List<Wish> wishes;

    private AttackList(boolean all, List<Wish> wishes) {
        this.all = all;
        this.wishes = wishes;
    }

    /** One entry of the list; null stands for what was left out. */
    private record Wish(
            AttackFamily family, String site, Duration after, Duration length, double intensity) {}

    /** Throws IllegalArgumentException that says what is wrong with the text. */
    static AttackList parse(String text) {
        if (text.equals("all") || text.equals("none")) {
            return new AttackList(text.equals("all"), List.of());
        }
        return new AttackList(false, Arrays.stream(text.split(",")).map(AttackList::wish).toList());
    }

    private static Wish wish(String text) {
        String[] parts = text.strip().split(":", -1);
        String[] who = parts[0].split("@", -1);
        if (parts.length > 4 || who.length > 2) {
            throw new IllegalArgumentException(
                    "--attacks: '" + text + "' is not of the form " + FORM);
        }
        AttackFamily family =
                AttackFamily.of(who[0])
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "--attacks: there is no family '"
                                                        + who[0]
                                                        + "'; there are "
                                                        + Arrays.stream(AttackFamily.values())
                                                                .map(AttackFamily::label)
                                                                .collect(
                                                                        Collectors.joining(", "))));
        return new Wish(
                family,
                who.length > 1 ? who[1] : null,
                parts.length > 1 ? LengthConverter.parse(parts[1]) : null,
                parts.length > 2 ? LengthConverter.parse(parts[2]) : family.usualDuration(),
                parts.length > 3 ? intensity(parts[3]) : 1);
    }

    private static double intensity(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "--attacks: '" + text + "' is no intensity; 1 is the usual");
        }
    }

    /**
     * The simulation with these attacks. A wish without a site goes to every site where it is
     * possible.
     */
    Simulation addTo(Simulation simulation) {
        if (all) {
            return simulation.withEveryAttack();
        }
        Simulation attacked = simulation;
        for (Wish wish : wishes) {
            List<String> sites = sites(wish, simulation);
            Duration after =
                    wish.after() == null ? simulation.duration().dividedBy(2) : wish.after();
            if (after.compareTo(simulation.duration()) >= 0) {
                throw new IllegalArgumentException(
                        "--attacks: "
                                + wish.family().label()
                                + " after "
                                + after
                                + " begins when the simulation of "
                                + simulation.duration()
                                + " is over");
            }
            for (String site : sites) {
                attacked =
                        attacked.withAttack(
                                site, wish.family().attack(after, wish.length(), wish.intensity()));
            }
        }
        return attacked;
    }

    private static List<String> sites(Wish wish, Simulation simulation) {
        if (wish.site() != null) {
            return List.of(wish.site());
        }
        List<String> possible = new ArrayList<>();
        for (SimulatedSite site : simulation.sites()) {
            if (wish.family().possibleAt(site.kind())) {
                possible.add(site.name());
            }
        }
        if (possible.isEmpty()) {
            throw new IllegalArgumentException(
                    "--attacks: "
                            + wish.family().label()
                            + " needs Modbus devices, and there is no plant among the sites");
        }
        return possible;
    }
}
