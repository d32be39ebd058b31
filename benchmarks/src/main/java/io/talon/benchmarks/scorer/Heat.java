// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.scorer;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is measured side by side in one JVM.
 *
 * @param vectorBits width of the engine's vectors, 0 for the platform's; one per JVM
 * @param lanes who runs in turn; the first is in every heat and says how fast the machine was
 */
record Heat(int vectorBits, List<Measure> lanes) {
    private static final String SEPARATOR = "+";

    static Heat of(int vectorBits, Measure... lanes) {
        return new Heat(
                vectorBits, Stream.concat(Stream.of(Measure.YARDSTICK), Stream.of(lanes)).toList());
    }

    /** The lanes as one word, for a command line. */
    String key() {
        return lanes.stream().map(Measure::key).collect(Collectors.joining(SEPARATOR));
    }

    /** The lanes of {@link #key}. */
    static List<Measure> lanes(String key) {
        return Stream.of(key.split(Pattern.quote(SEPARATOR))).map(Measure::parse).toList();
    }

    @Override
    public String toString() {
        return lanes.stream().map(Measure::toString).collect(Collectors.joining(", "));
    }
}
