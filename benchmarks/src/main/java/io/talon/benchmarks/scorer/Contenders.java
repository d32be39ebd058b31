// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.scorer;

import io.talon.ctalvae.score.ScoringEngine;

/** Who is measured. */
public enum Contenders {
    /** Nobody: multiply-adds in registers. */
    peak {
        @Override
        Contender create(Workload workload) {
            return new PeakContender();
        }

        @Override
        double work(Measure measure) {
            return PeakContender.MULTIPLY_ADDS;
        }
    },
    /** The best engine of the JVM. */
    vector {
        @Override
        Contender create(Workload workload) {
            return new EngineContender(ScoringEngine.best(), workload);
        }
    },
    /** The engine in plain Java. */
    scalar {
        @Override
        Contender create(Workload workload) {
            return new EngineContender(ScoringEngine.scalar(), workload);
        }
    },
    /** Loops as one would first write them. */
    naive {
        @Override
        Contender create(Workload workload) {
            return new NaiveContender(workload);
        }
    },
    /** ONNX Runtime. */
    onnx {
        @Override
        Contender create(Workload workload) throws Exception {
            return new OnnxContender(workload);
        }
    },
    /** ND4J's fused LSTM. */
    nd4j {
        @Override
        Contender create(Workload workload) {
            return new Nd4jContender(workload);
        }
    },
    /** Random Cut Forest. */
    rcf {
        @Override
        Contender create(Workload workload) {
            return new ForestContender(workload);
        }
    },
    /** Isolation Forest. */
    iforest {
        @Override
        Contender create(Workload workload) {
            return new IsolationContender(workload);
        }
    };

    /** How far errors may be from those of plain loops, relative. */
    private static final double TOLERANCE = 1e-5;

    abstract Contender create(Workload workload) throws Exception;

    /** Work of one call: sequences, or multiply-adds of the peak. */
    double work(Measure measure) {
        return measure.batch();
    }

    /**
     * Creates and checks a contender: nobody is timed who computes something else.
     *
     * @throws IllegalStateException if its errors are not those of plain loops
     */
    Contender checked(Workload workload) throws Exception {
        Contender contender = create(workload);
        check(name(), contender, workload);
        return contender;
    }

    /**
     * @throws IllegalStateException if its errors are not those of plain loops
     */
    static void check(String name, Contender contender, Workload workload) throws Exception {
        contender.score();
        double[] found = contender.errors();
        if (found == null) {
            return;
        }
        NaiveContender reference = new NaiveContender(workload);
        reference.score();
        double[] expected = reference.errors();
        if (found.length != expected.length) {
            throw new IllegalStateException(
                    name + " scored " + found.length + " sequences of " + expected.length);
        }
        for (int i = 0; i < expected.length; i++) {
            if (!(Math.abs(found[i] - expected[i]) <= TOLERANCE * expected[i])) {
                throw new IllegalStateException(
                        name
                                + " computes an error of "
                                + found[i]
                                + " for sequence "
                                + i
                                + " of "
                                + expected.length
                                + ", plain loops "
                                + expected[i]);
            }
        }
    }
}
