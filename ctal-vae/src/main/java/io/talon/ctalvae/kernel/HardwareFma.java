// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/**
 * Whether {@code Math.fma} is one instruction of this machine. Where it is not, Java computes it in
 * decimal numbers of any length, thousands of times slower than a product and a sum.
 */
final class HardwareFma {
    static final boolean AVAILABLE = available();

    private HardwareFma() {}

    /** False where the JVM does not say. */
    private static boolean available() {
        try {
            var jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            return Boolean.parseBoolean(jvm.getVMOption("UseFMA").getValue());
        } catch (RuntimeException | LinkageError e) {
            return false;
        }
    }
}
