// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.hard;

import io.talon.zeek.Conn;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A site's benign flows as material for events. What is drawn from it are copies at another time,
 * with a fresh uid and the originator's port of some other flow, so that neither tells anything.
 */
final class Templates {
    private static final String LETTERS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private static final double DURATION_SPREAD = 0.1;

    private final List<Conn> flows;
    private final Random random;

    /** Flows in order of time. */
    Templates(List<Conn> flows, Random random) {
        this.flows = flows;
        this.random = random;
    }

    Random random() {
        return random;
    }

    /** Flows that fulfil a condition; all of them if none does. */
    List<Conn> matching(Predicate<Conn> wanted) {
        List<Conn> found = flows.stream().filter(wanted).toList();
        return found.isEmpty() ? flows : found;
    }

    /** One of several. */
    <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** The flows of the responder that most of the given flows go to. */
    static List<Conn> busiest(List<Conn> flows) {
        Map<String, List<Conn>> byResponder =
                flows.stream().collect(Collectors.groupingBy(Conn::respH));
        return byResponder.values().stream()
                .max(
                        Comparator.<List<Conn>>comparingInt(List::size)
                                .thenComparing(f -> f.get(0).respH()))
                .orElseThrow();
    }

    /** Responders in order of address. */
    List<String> responders() {
        return flows.stream().map(Conn::respH).distinct().sorted().toList();
    }

    /** Responders of the same network as one of them, without it; all others if it has none. */
    List<String> neighbours(String host) {
        String network = host.substring(0, host.indexOf('.', host.indexOf('.') + 1) + 1);
        List<String> others = responders().stream().filter(h -> !h.equals(host)).toList();
        List<String> near = others.stream().filter(h -> h.startsWith(network)).toList();
        return near.isEmpty() ? others : near;
    }

    /** A copy at another time, with the label of an event; addresses and ports can still be set. */
    Conn.Builder copy(Conn template, long tsMicros) {
        StringBuilder uid = new StringBuilder("C");
        int length = template.uid().length() - 1;
        for (int i = 0; i < length; i++) {
            uid.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        Long lasted = template.durationMicros();
        return template.toBuilder()
                .tsMicros(tsMicros)
                .uid(uid.toString())
                .durationMicros(lasted == null ? null : anew(lasted))
                .origP(pick(flows).origP());
    }

    /**
     * The same exchange never takes equally long twice: an equal duration would give copies away.
     */
    private Long anew(long micros) {
        return Math.round(micros * Math.exp(DURATION_SPREAD * random.nextGaussian()));
    }

    /** Uniform in [from, to). */
    long between(long from, long to) {
        return from + (long) (random.nextDouble() * (to - from));
    }
}
