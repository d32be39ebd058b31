// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

import io.talon.ctalvae.calibrate.Calibration;
import io.talon.ctalvae.sequence.Exchange;
import io.talon.ctalvae.sequence.FlowHistory;
import io.talon.ctalvae.sequence.Sequence;
import java.util.Arrays;
import java.util.Objects;

/**
 * Sequences gathered to be scored together, and what {@link BatchScorer#score} finds. Each may have
 * its own site, feature profile and length. Made once and filled again and again: neither filling
 * nor reading allocates. Belongs to one thread at a time.
 *
 * <p>Values are raw feature values as the profile defines them, row-major [length × width], oldest
 * flow first, NaN where a flow does not have one; ±∞ counts as very large.
 */
public final class SequenceBatch {
    /** Longest sequence that a batch can be made for. */
    public static final int MOST_FLOWS = 64;

    /** Engines read whole vectors, up to 16 floats. */
    private static final int SPARE = 16;

    private final int longest;
    private final PreparedSite[] sites;
    private final int[] lengths;
    private final Exchange[] exchanges;
    private final int[] offsets;
    private final double[] lastFlow;
    private final double[] sequence;
    private final double[] norm;
    private final double[] error;
    private final double[] p;
    private float[] values;
    private int used;
    private int size;

    /**
     * @param capacity most sequences
     * @param longest most flows per sequence, up to {@link #MOST_FLOWS}
     */
    public SequenceBatch(int capacity, int longest) {
        if (capacity < 1 || longest < 1 || longest > MOST_FLOWS) {
            throw new IllegalArgumentException(
                    "a batch of "
                            + capacity
                            + " sequences of up to "
                            + longest
                            + " flows; it takes at least one and up to "
                            + MOST_FLOWS
                            + " flows");
        }
        this.longest = longest;
        this.sites = new PreparedSite[capacity];
        this.lengths = new int[capacity];
        this.exchanges = new Exchange[capacity];
        this.offsets = new int[capacity];
        this.lastFlow = new double[capacity];
        this.sequence = new double[capacity];
        this.norm = new double[capacity];
        this.error = new double[capacity];
        this.p = new double[capacity];
        this.values = new float[0];
    }

    /** Forgets all sequences and results. */
    public void clear() {
        Arrays.fill(sites, 0, size, null);
        Arrays.fill(exchanges, 0, size, null);
        size = 0;
        used = 0;
    }

    /** Sequences in the batch. */
    public int size() {
        return size;
    }

    /** Most sequences. */
    public int capacity() {
        return sites.length;
    }

    /** Most flows per sequence. */
    public int longest() {
        return longest;
    }

    /**
     * Adds a sequence whose values the caller then writes to {@link #values()}, from the returned
     * place on, length × width of them. Between whom its last flow is remains unknown, which counts
     * as typical.
     *
     * @return where the values go
     * @throws IllegalSequenceException if the sequence is empty or too long; the batch is as before
     * @throws IllegalStateException if the batch is full
     */
    public int add(PreparedSite site, int length) {
        Objects.requireNonNull(site, "site");
        if (size == capacity()) {
            throw new IllegalStateException(
                    "the batch is full with " + size + " sequences: score and clear it first");
        }
        if (length < 1 || length > longest) {
            throw new IllegalSequenceException(
                    "a sequence of " + length + " flows; this batch takes 1 to " + longest);
        }
        int place = used;
        used += length * site.width();
        if (used + SPARE > values.length) {
            // Grows to the widest profile met, once; from then on nothing is allocated.
            int most = Math.max(used, capacity() * longest * site.width());
            values = Arrays.copyOf(values, most + SPARE);
        }
        sites[size] = site;
        lengths[size] = length;
        offsets[size] = place;
        size++;
        return place;
    }

    /**
     * Adds the sequence that the flow appended last to a history ends.
     *
     * @throws IllegalSequenceException if the history is empty or too long; the batch is as before
     * @throws IllegalStateException if the batch is full
     */
    public void add(PreparedSite site, FlowHistory history) {
        int place = add(site, history.size());
        history.copyVectors(values, place);
        exchanges[size - 1] = history.exchange(values, place);
    }

    /**
     * Adds a sequence.
     *
     * @throws IllegalSequenceException if it has another profile or width than the site, or too
     *     many flows; the batch is as before
     * @throws IllegalStateException if the batch is full
     */
    public void add(PreparedSite site, Sequence added) {
        String profile = site.model().profile().id();
        if (!added.profile().equals(profile) || added.width() != site.width()) {
            throw new IllegalSequenceException(
                    "a sequence of profile "
                            + added.profile()
                            + " with "
                            + added.width()
                            + " features; the model needs "
                            + profile
                            + " with "
                            + site.width());
        }
        int place = add(site, added.length());
        added.copyTo(values, place);
        exchanges[size - 1] = added.exchange();
    }

    /** Where values are written and read; another array may be in use after the next add. */
    public float[] values() {
        return values;
    }

    /** What a sequence is scored with. */
    public PreparedSite site(int index) {
        return sites[Objects.checkIndex(index, size)];
    }

    /** Flows of a sequence. */
    public int length(int index) {
        return lengths[Objects.checkIndex(index, size)];
    }

    /** Where the values of a sequence begin in {@link #values()}. */
    public int offset(int index) {
        return offsets[Objects.checkIndex(index, size)];
    }

    /** Result: mean squared reconstruction error of the last flow. */
    public double lastFlow(int index) {
        return lastFlow[Objects.checkIndex(index, size)];
    }

    /** Result: mean squared reconstruction error of the sequence. */
    public double sequence(int index) {
        return sequence[Objects.checkIndex(index, size)];
    }

    /** Result: mean squared normalised value of the sequence. */
    public double norm(int index) {
        return norm[Objects.checkIndex(index, size)];
    }

    /** Result: the fused error, as {@link Score#error()}. */
    public double error(int index) {
        return error[Objects.checkIndex(index, size)];
    }

    /** Result: share of the site's benign sequences with at least this error, in (0, 1]. */
    public double p(int index) {
        return p[Objects.checkIndex(index, size)];
    }

    /** Result: whether p is below the site's threshold. */
    public boolean anomalous(int index) {
        return p(index) < sites[index].model().threshold();
    }

    /** Result: 0 to 100, a fixed function of p. Computed here. */
    public double recordScore(int index) {
        return Calibration.recordScore(p(index));
    }

    /** Engines store the errors of a sequence here; what is no number counts as largest. */
    void putErrors(int index, double lastFlowError, double sequenceError, double meanSquare) {
        lastFlow[index] = finite(lastFlowError);
        sequence[index] = finite(sequenceError);
        norm[index] = finite(meanSquare);
    }

    private static double finite(double value) {
        return value <= Float.MAX_VALUE ? value : Float.MAX_VALUE;
    }

    /** Fuses and calibrates the errors of a sequence. */
    void calibrate(int index) {
        Calibration calibration = sites[index].model().site().calibration();
        error[index] =
                calibration
                        .fusion()
                        .of(lastFlow[index], sequence[index], norm[index], exchanges[index]);
        p[index] = calibration.p(error[index]);
    }

    /** What ends a sequence; null if it is not known. */
    Exchange exchange(int index) {
        return exchanges[Objects.checkIndex(index, size)];
    }
}
