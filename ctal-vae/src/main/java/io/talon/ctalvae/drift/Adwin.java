// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.drift;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * ADWIN2 (Bifet and Gavaldà, 2007): a window over values in [0, 1] that is cut when the means of
 * its older and its newer part differ by more than chance allows. The window is kept as at most
 * five buckets of each power of two, so that the state grows with the logarithm of its length. Not
 * thread-safe.
 */
final class Adwin {
    private static final int BUCKETS_PER_SIZE = 5;

    /** A part this small is not compared. */
    private static final int LEAST = 5;

    /** Some consecutive values: how many, their sum, and their summed squared deviation. */
    private record Bucket(int count, double sum, double squares) {
        Bucket plus(Bucket other) {
            double difference = sum / count - other.sum / other.count;
            double between = (double) count * other.count / (count + other.count);
            return new Bucket(
                    count + other.count,
                    sum + other.sum,
                    squares + other.squares + difference * difference * between);
        }

        double mean() {
            return sum / count;
        }
    }

    /** Oldest first; counts never grow towards the newest. */
    private final List<Bucket> buckets = new ArrayList<>();

    private final double range;

    /**
     * @param range width of the interval that the values lie in but for chance, at most 1
     */
    Adwin(double range) {
        this.range = range;
    }

    void add(double value) {
        buckets.add(new Bucket(1, value, 0));
        int end = buckets.size();
        while (end > 0) {
            int start = end - 1;
            int size = buckets.get(start).count();
            while (start > 0 && buckets.get(start - 1).count() == size) {
                start--;
            }
            if (end - start <= BUCKETS_PER_SIZE) {
                return;
            }
            buckets.set(start, buckets.get(start).plus(buckets.get(start + 1)));
            buckets.remove(start + 1);
            end = start + 1;
        }
    }

    /** Whether some older and newer part differ, at a chance of error of delta. */
    boolean differs(double delta) {
        return cut(delta) > 0;
    }

    /** Forgets the older part, as often as the rest differs in itself. */
    void shrink(double delta) {
        for (int cut = cut(delta); cut > 0; cut = cut(delta)) {
            buckets.subList(0, cut).clear();
        }
    }

    /** Number of the oldest buckets that differ from the rest; 0 if none. */
    private int cut(double delta) {
        if (buckets.size() < 2) {
            return 0;
        }
        Bucket all = buckets.stream().reduce(Bucket::plus).orElseThrow();
        double logarithm = Math.log(2 * Math.log(Math.max(all.count(), 3)) / delta);
        double variance = all.squares() / all.count();
        int older = 0;
        double sum = 0;
        for (int i = 0; i < buckets.size() - 1; i++) {
            older += buckets.get(i).count();
            sum += buckets.get(i).sum();
            int newer = all.count() - older;
            if (older >= LEAST && newer >= LEAST) {
                double harmonic = 1 / (1.0 / older + 1.0 / newer);
                double allowed =
                        Math.sqrt(2 / harmonic * variance * logarithm)
                                + 2 * range / (3 * harmonic) * logarithm;
                if (Math.abs(sum / older - (all.sum() - sum) / newer) > allowed) {
                    return i + 1;
                }
            }
        }
        return 0;
    }

    /** Values in the window. */
    int size() {
        return buckets.stream().mapToInt(Bucket::count).sum();
    }

    /** Mean of the window; NaN if it is empty. */
    double mean() {
        return buckets.stream().reduce(Bucket::plus).map(Bucket::mean).orElse(Double.NaN);
    }

    void clear() {
        buckets.clear();
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(buckets.size());
        for (Bucket bucket : buckets) {
            out.writeInt(bucket.count());
            out.writeDouble(bucket.sum());
            out.writeDouble(bucket.squares());
        }
    }

    static Adwin read(DataInputStream in, double range) throws IOException {
        Adwin adwin = new Adwin(range);
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            adwin.buckets.add(new Bucket(in.readInt(), in.readDouble(), in.readDouble()));
        }
        return adwin;
    }
}
