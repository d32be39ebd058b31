// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.detector;

import java.util.List;

/** The rows of the tables. */
public final class Detectors {
    private Detectors() {}

    /** What no detector may lose against. */
    public static List<Detector> trivial() {
        return List.of(Trivial.values());
    }

    /** Detectors without a network; the rivals. */
    public static List<Detector> simple() {
        return List.of(
                L2.FLOW,
                L2.SEQUENCE_MEAN,
                L2.MEAN_AND_SPREAD,
                L2.WINDOW,
                new PrincipalComponents(),
                new NearestNeighbours(),
                new IsolationForest(),
                new RandomCuts());
    }

    /** The paper's baselines. */
    public static List<Detector> networks() {
        return List.of(new AutoEncoder(), new VariationalAutoEncoder());
    }
}
