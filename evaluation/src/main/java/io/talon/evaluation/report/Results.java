// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.report;

import io.talon.evaluation.metric.Interval;
import io.talon.evaluation.protocol.Outcome;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Outcomes to choose from. Immutable.
 *
 * @param all in the order in which they were measured
 */
public record Results(List<Outcome> all) {
    public Results {
        all = List.copyOf(all);
    }

    /** Names of pairs, in order of appearance. */
    public List<String> pairs() {
        return names(o -> o.cell().pair());
    }

    /** Names of rows, in order of appearance. */
    public List<String> rows() {
        return names(o -> o.cell().row());
    }

    /** Numbers of triplets, ascending. */
    public List<Integer> ks() {
        return all.stream().map(o -> o.cell().k()).distinct().sorted().toList();
    }

    private List<String> names(Function<Outcome, String> name) {
        return all.stream().map(name).distinct().toList();
    }

    /** The outcomes of one pair. */
    public Results ofPair(String pair) {
        return new Results(all.stream().filter(o -> o.cell().pair().equals(pair)).toList());
    }

    /** The outcomes of one row. */
    public Results ofRow(String row) {
        return new Results(all.stream().filter(o -> o.cell().row().equals(row)).toList());
    }

    /** The outcomes with a number of triplets. */
    public Results ofK(int k) {
        return new Results(all.stream().filter(o -> o.cell().k() == k).toList());
    }

    /**
     * Mean and interval of a measure. Pairs are given, not drawn: each repetition (k, draw, seed)
     * is averaged over the pairs first, and the interval is over repetitions.
     */
    public Interval interval(String measure) {
        return Interval.of(overPairs(all, o -> o.measure(measure)));
    }

    private static double[] overPairs(List<Outcome> outcomes, ToDoubleFunction<Outcome> value) {
        return outcomes.stream()
                .filter(o -> !Double.isNaN(value.applyAsDouble(o)))
                .collect(
                        Collectors.groupingBy(
                                o -> List.of(o.cell().k(), o.cell().draw(), o.cell().seed()),
                                LinkedHashMap::new,
                                Collectors.averagingDouble(value)))
                .values()
                .stream()
                .mapToDouble(v -> v)
                .toArray();
    }

    /** Rule behind the measures, of the first outcome. */
    public String rule() {
        return all.isEmpty() ? "" : all.get(0).rule();
    }

    /**
     * Two outcomes of the same trial.
     *
     * @param ours of one row
     * @param theirs of another
     */
    record Match(Outcome ours, Outcome theirs) {}

    /**
     * Outcomes of two rows, paired by pair, k, draw and seed; a row that was measured with one draw
     * or one seed only stands against every one of the other's.
     */
    List<Match> matches(String ours, String theirs) {
        Results rivals = ofRow(theirs);
        return ofRow(ours).all.stream()
                .flatMap(o -> rivals.match(o).limit(1).map(r -> new Match(o, r)))
                .toList();
    }

    /** Differences of a measure between two rows, paired as {@link #matches} says. */
    public Interval difference(String ours, String theirs, String measure) {
        Map<Outcome, Double> differences = new IdentityHashMap<>();
        List<Match> matches = matches(ours, theirs);
        matches.forEach(
                m ->
                        differences.put(
                                m.ours(), m.ours().measure(measure) - m.theirs().measure(measure)));
        return Interval.of(overPairs(matches.stream().map(Match::ours).toList(), differences::get));
    }

    private Stream<Outcome> match(Outcome one) {
        OptionalInt draws = all.stream().mapToInt(o -> o.cell().draw()).max();
        boolean drawn = draws.orElse(0) > 0;
        boolean seeded = all.stream().anyMatch(o -> o.cell().seed() > 0);
        return all.stream()
                .filter(o -> Objects.equals(o.cell().pair(), one.cell().pair()))
                .filter(o -> o.cell().k() == one.cell().k())
                .filter(o -> !drawn || o.cell().draw() == one.cell().draw())
                .filter(o -> !seeded || o.cell().seed() == one.cell().seed());
    }
}
