// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.protocol;

import java.util.Map;

/**
 * What a cell measured.
 *
 * @param options hash of the options and of the code that measured
 * @param cell which repetition
 * @param rule label of the threshold rule behind the measures without a rule in their name
 * @param millis wall time of fitting and scoring, ms; not reproducible, never in a table of results
 * @param measures values by name, see {@link Measures}; a measure that does not exist is absent
 */
public record Outcome(
        String options, Cell cell, String rule, long millis, Map<String, Double> measures) {

    /** A measure, NaN if it does not exist. */
    public double measure(String name) {
        Double value = measures.get(name);
        return value == null ? Double.NaN : value;
    }
}
