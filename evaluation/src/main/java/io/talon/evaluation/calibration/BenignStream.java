// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.calibration;

import io.talon.ctalvae.sequence.Destinations;
import io.talon.ctalvae.sequence.Sequence;
import io.talon.evaluation.protocol.Capture;
import io.talon.evaluation.protocol.Cut;
import io.talon.evaluation.protocol.Kind;
import io.talon.evaluation.protocol.Split;
import io.talon.simulator.Simulation;
import io.talon.simulator.site.SiteKind;
import io.talon.zeek.Conn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Benign traffic of one site, in the order of time: what is declared, and what comes later.
 *
 * @param declared what the site is calibrated on
 * @param attacks where negatives come from; possibly none
 * @param later what the budget must hold for
 */
public record BenignStream(List<Sequence> declared, List<Sequence> attacks, List<Sequence> later) {
    private static final long MICROS_PER_SECOND = 1_000_000;

    /**
     * A simulated site: the first half of so many days is declared benign; negatives come from a
     * day with every attack.
     *
     * @param most flows kept of each half, every n-th; sequences are built of all
     */
    public static BenignStream simulated(SiteKind kind, long seed, int days, int most) {
        Simulation site = Simulation.site(kind, seed).lasting(Duration.ofDays(days));
        String name = site.sites().get(0).name();
        long middle =
                site.start().plus(site.duration().dividedBy(2)).getEpochSecond()
                        * MICROS_PER_SECOND;
        List<Conn> flows = site.flows(name).toList();
        Destinations attacked = new Destinations();
        List<Sequence> attacks = new ArrayList<>();
        Simulation.site(kind, seed)
                .withEveryAttack()
                .labelledFlows(name)
                .forEach(
                        flow -> {
                            Sequence sequence = attacked.append(flow.conn());
                            if (flow.episode().isPresent()) {
                                attacks.add(sequence);
                            }
                        });
        return halves(flows, middle, attacks, most);
    }

    /** Flows that nobody labelled, taken as benign: the first half is declared. */
    public static BenignStream unlabelled(List<Conn> inTime, int most) {
        return halves(inTime, inTime.get(inTime.size() / 2).endMicros(), List.of(), most);
    }

    /** A labelled capture, cut as all tables cut it. */
    public static BenignStream of(Capture capture) {
        Split split = Split.of(capture, Cut.DEFAULT, Integer.MAX_VALUE);
        int[] benign =
                Arrays.stream(split.test())
                        .filter(i -> capture.flows().get(i).kind() == Kind.BENIGN)
                        .toArray();
        return new BenignStream(
                sequences(capture, split.declared()),
                sequences(capture, split.adaptMalicious()),
                sequences(capture, benign));
    }

    private static List<Sequence> sequences(Capture capture, int[] flows) {
        return Arrays.stream(flows).mapToObj(i -> capture.flows().get(i).sequence()).toList();
    }

    private static BenignStream halves(
            List<Conn> flows, long middle, List<Sequence> attacks, int most) {
        Destinations destinations = new Destinations();
        List<Sequence> before = new ArrayList<>();
        List<Sequence> after = new ArrayList<>();
        flows.forEach(
                flow ->
                        (flow.endMicros() < middle ? before : after)
                                .add(destinations.append(flow)));
        return new BenignStream(thinned(before, most), attacks, thinned(after, most));
    }

    private static List<Sequence> thinned(List<Sequence> all, int most) {
        int stride = 1 + (all.size() - 1) / most;
        List<Sequence> kept = new ArrayList<>();
        for (int i = 0; i < all.size(); i += stride) {
            kept.add(all.get(i));
        }
        return kept;
    }
}
