// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.scorer;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lets lanes run in turn until nothing changes any more: over the last rounds the compilers had
 * next to nothing to do, no lane became faster, and none changed what it allocates.
 */
final class WarmUp {
    private static final int ROUNDS = 4;
    private static final double SECONDS = 15;

    /** Share of a round's time that compilers may take. */
    private static final double COMPILING = 0.05;

    /** Growth of a lane's best speed that is noise. */
    private static final double FASTER = 0.03;

    /**
     * Difference of bytes per sequence that is noise: of the bytes, and beyond that of one byte.
     */
    private static final double ALLOCATED = 0.5;

    private static final CompilationMXBean COMPILERS = ManagementFactory.getCompilationMXBean();

    /**
     * A round.
     *
     * @param slices of each lane
     * @param compiling share of the time
     */
    record Round(List<Slice> slices, double compiling) {}

    private WarmUp() {}

    /** Why the lanes are not steady after the time there is; empty if they are. */
    static Optional<String> run(List<Lane> lanes) throws Exception {
        List<Round> rounds = new ArrayList<>();
        long started = System.nanoTime();
        Optional<String> unsteady = unsteady(rounds);
        while (unsteady.isPresent() && System.nanoTime() - started < SECONDS * 1e9) {
            rounds.add(round(lanes));
            unsteady = unsteady(rounds);
        }
        return unsteady;
    }

    private static Round round(List<Lane> lanes) throws Exception {
        long compiled = COMPILERS.getTotalCompilationTime();
        long started = System.nanoTime();
        List<Slice> slices = new ArrayList<>();
        for (Lane lane : lanes) {
            slices.add(lane.slice());
        }
        double millis = (System.nanoTime() - started) / 1e6;
        return new Round(slices, (COMPILERS.getTotalCompilationTime() - compiled) / millis);
    }

    /** What changed over the last rounds; empty if nothing did. */
    static Optional<String> unsteady(List<Round> rounds) {
        int before = rounds.size() - ROUNDS;
        if (before < 1) {
            return Optional.of("only " + rounds.size() + " rounds");
        }
        List<Round> last = rounds.subList(before, rounds.size());
        double compiling = last.stream().mapToDouble(Round::compiling).max().orElse(0);
        if (compiling > COMPILING) {
            return Optional.of("compilers took %.2f of a round".formatted(compiling));
        }
        for (int lane = 0; lane < last.get(0).slices().size(); lane++) {
            double earlier = best(rounds.subList(0, before), lane);
            double now = best(last, lane);
            if (now > earlier * (1 + FASTER)) {
                return Optional.of("lane %d went from %.0f to %.0f".formatted(lane, earlier, now));
            }
            if (!sameBytes(last, lane)) {
                return Optional.of("lane %d allocates ever different".formatted(lane));
            }
        }
        return Optional.empty();
    }

    private static double best(List<Round> rounds, int lane) {
        return rounds.stream().mapToDouble(r -> r.slices().get(lane).rate()).max().orElse(0);
    }

    private static boolean sameBytes(List<Round> rounds, int lane) {
        var bytes =
                rounds.stream()
                        .mapToDouble(round -> round.slices().get(lane).bytes())
                        .summaryStatistics();
        return bytes.getMax() <= bytes.getMin() * (1 + ALLOCATED) + 1;
    }
}
