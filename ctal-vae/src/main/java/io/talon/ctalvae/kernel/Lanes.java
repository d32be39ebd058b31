// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The vector width of this JVM: what the platform prefers, or the system property {@code
 * talon.vector.bits} (128, 256 or 512). Fixed for the life of the JVM, because C2 compiles vector
 * code well only for a constant species.
 */
final class Lanes {
    static final String PROPERTY = "talon.vector.bits";

    static final VectorSpecies<Float> SPECIES = species(Integer.getInteger(PROPERTY, 0));

    private Lanes() {}

    private static VectorSpecies<Float> species(int bits) {
        return switch (bits) {
            case 0 -> preferred();
            case 128 -> FloatVector.SPECIES_128;
            case 256 -> FloatVector.SPECIES_256;
            case 512 -> FloatVector.SPECIES_512;
            default ->
                    throw new IllegalArgumentException(
                            PROPERTY + " is " + bits + ", must be 128, 256 or 512");
        };
    }

    /**
     * Wider than 512 bit (some Arm machines) brings nothing at this size; narrower than 128 is no
     * vector.
     */
    private static VectorSpecies<Float> preferred() {
        int bits = FloatVector.SPECIES_PREFERRED.vectorBitSize();
        return bits >= 512
                ? FloatVector.SPECIES_512
                : bits >= 256 ? FloatVector.SPECIES_256 : FloatVector.SPECIES_128;
    }

    /**
     * Whether the platform multiplies and adds in one instruction. x86 does since AVX2; before,
     * Java computes it exactly in software, thousands of times slower than plain loops.
     */
    static boolean fusedMultiplyAdd() {
        return FloatVector.SPECIES_PREFERRED.vectorBitSize() >= 256
                || System.getProperty("os.arch").equals("aarch64");
    }

    /** AVX-512 and Arm have 32 vector registers, AVX2 and SSE have 16. */
    static boolean manyRegisters() {
        return FloatVector.SPECIES_PREFERRED.vectorBitSize() >= 512
                || System.getProperty("os.arch").equals("aarch64");
    }
}
