// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.scorer;

/**
 * One thing to measure.
 *
 * @param contender who
 * @param batch sequences at once
 * @param steps flows per sequence
 * @param adaptors sites
 * @param vectorBits width of vectors, 0 for the platform's
 */
record Measure(Contenders contender, int batch, int steps, int adaptors, int vectorBits) {
    /** Multiply-adds and nothing else. */
    static final Measure PEAK = new Measure(Contenders.peak, 0, 10, 1, 0);

    /**
     * What says how fast the machine was. Not the peak: vectors of another width than the engine's
     * in the same JVM would have C2 expect both everywhere.
     */
    static final Measure YARDSTICK = of(Contenders.onnx, 256);

    static Measure of(Contenders contender, int batch) {
        return new Measure(contender, batch, 10, 1, 0);
    }

    /** In one word, for a command line. */
    String key() {
        return contender + "/" + batch + "/" + steps + "/" + adaptors + "/" + vectorBits;
    }

    /** The measure of {@link #key}. */
    static Measure parse(String key) {
        String[] parts = key.split("/");
        return new Measure(
                Contenders.valueOf(parts[0]),
                Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2]),
                Integer.parseInt(parts[3]),
                Integer.parseInt(parts[4]));
    }

    @Override
    public String toString() {
        return contender == Contenders.peak
                ? "peak"
                : contender
                        + " "
                        + batch
                        + "×"
                        + steps
                        + (adaptors > 1 ? " of " + adaptors + " sites" : "")
                        + (vectorBits > 0 ? " in " + vectorBits + " bits" : "");
    }
}
