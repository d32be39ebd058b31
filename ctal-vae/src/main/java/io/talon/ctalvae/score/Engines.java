// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

import io.talon.ctalvae.kernel.ScalarKernel;
import io.talon.ctalvae.kernel.VectorKernel;

/** The engines of this JVM. */
final class Engines {
    private static final System.Logger LOG = System.getLogger(ScoringEngine.class.getName());
    private static final String MODULE = "jdk.incubator.vector";

    static final ScoringEngine SCALAR = new KernelEngine(new ScalarKernel());
    static final ScoringEngine BEST = choose();

    private Engines() {}

    private static ScoringEngine choose() {
        if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "Scoring with plain Java, about half as fast as with vectors. For those start"
                            + " the JVM with --add-modules "
                            + MODULE);
            return SCALAR;
        }
        ScoringEngine engine = Vectors.engine();
        LOG.log(System.Logger.Level.INFO, "Scoring with {0}", engine.name());
        return engine;
    }

    /** Apart, so that without the module nobody loads what needs it. */
    private static final class Vectors {
        static ScoringEngine engine() {
            return new KernelEngine(new VectorKernel());
        }
    }
}
