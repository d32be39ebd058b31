// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.traffic;

import java.util.Collections;
import java.util.List;

/**
 * Random numbers that are the same on every machine and JDK for the same seed (SplitMix64,
 * StrictMath). Forks are independent of each other and of how much the parent was used. Not
 * thread-safe.
 */
public final class Rng {

    private static final long GAMMA = 0x9e3779b97f4a7c15L;
    private static final double TO_UNIT = 0x1.0p-53;

    private final long seed;
    private long state;

    /** A stream of its own for each seed. */
    public Rng(long seed) {
        this.seed = seed;
        this.state = mix(seed);
    }

    /** A stream for a named part: adding parts does not change what the others draw. */
    public Rng fork(String name) {
        long hash = seed;
        for (int i = 0; i < name.length(); i++) {
            hash = mix(hash ^ name.charAt(i));
        }
        return new Rng(mix(hash + name.length()));
    }

    /** A stream for a numbered part. */
    public Rng fork(String name, long number) {
        return new Rng(mix(fork(name).seed ^ mix(number)));
    }

    /** Scatters every bit of its argument over the result. */
    public static long mix(long value) {
        long z = value + GAMMA;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }

    /** 64 random bits. */
    public long nextLong() {
        state += GAMMA;
        return mix(state);
    }

    /** Uniform in [0, 1). */
    public double unit() {
        return (nextLong() >>> 11) * TO_UNIT;
    }

    /** Uniform in [from, to). */
    public double between(double from, double to) {
        return from + (to - from) * unit();
    }

    /** Uniform in [from, to], both included. */
    public int between(int from, int to) {
        return from + (int) (unit() * (to - from + 1L));
    }

    /** Uniform in [from, to), for times. */
    public long between(long from, long to) {
        return to <= from ? from : from + (long) (unit() * (to - from));
    }

    /** True with the given probability. */
    public boolean chance(double probability) {
        return unit() < probability;
    }

    /** Exponential with the given mean. */
    public double exponential(double mean) {
        return -mean * StrictMath.log(1 - unit());
    }

    /** Standard normal. */
    public double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit()));
        return radius * StrictMath.cos(2 * StrictMath.PI * unit());
    }

    /** Log-normal with the given median; sigma is the standard deviation of its logarithm. */
    public double logNormal(double median, double sigma) {
        return median * StrictMath.exp(sigma * normal());
    }

    /** How often an event of the given mean count happens. */
    public int poisson(double mean) {
        if (mean > 30) {
            return Math.max(0, (int) StrictMath.round(mean + StrictMath.sqrt(mean) * normal()));
        }
        double limit = StrictMath.exp(-mean);
        int count = 0;
        for (double product = unit(); product > limit; product *= unit()) {
            count++;
        }
        return count;
    }

    /** One of them, each as likely. */
    public <T> T pick(List<T> choices) {
        return choices.get(between(0, choices.size() - 1));
    }

    /** Bring into random order, in place. */
    public void shuffle(List<?> list) {
        for (int i = list.size() - 1; i > 0; i--) {
            Collections.swap(list, i, between(0, i));
        }
    }
}
