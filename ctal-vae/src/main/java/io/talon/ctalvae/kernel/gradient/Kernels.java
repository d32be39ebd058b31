// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel.gradient;

/** What this JVM offers. */
final class Kernels {
    private static final boolean VECTORS =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

    static final Products FUSED = VECTORS ? Vectors.products() : new FusedProducts();
    static final Cells CELLS = VECTORS ? Vectors.cells() : new PlainCells();

    private Kernels() {}

    /** Apart, so that without the module nobody loads what needs it. */
    private static final class Vectors {
        static Products products() {
            return new VectorProducts();
        }

        static Cells cells() {
            return new VectorCells();
        }
    }
}
