// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel.gradient;

/** What this JVM offers. */
final class Kernels {
    private static final boolean VECTORS =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

    /** Floats of a vector; 0 without vectors. */
    static final int LANES = VECTORS ? Vectors.lanes() : 0;

    static final Products FUSED = VECTORS ? Vectors.products() : new FusedProducts();
    static final Cells CELLS = VECTORS ? Vectors.cells() : new PlainCells();

    private Kernels() {}

    /** Apart, so that without the module nobody loads what needs it. */
    private static final class Vectors {
        static int lanes() {
            return VectorProducts.SPECIES.length();
        }

        static Products products() {
            return new VectorProducts();
        }

        static Cells cells() {
            return new VectorCells();
        }
    }
}
