// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.protocol;

import java.util.List;

/**
 * Names of a source and a target capture.
 *
 * @param source name of the source
 * @param target name of the target
 */
public record Pair(String source, String target) {
    /** A Modbus capture as Argus exports it: other features than Zeek's. */
    public static final String ARGUS_MODBUS = "modbus (Argus)";

    /** Both ways where labels allow: the Hue bridge has no attack to test on. */
    public static final List<Pair> REAL =
            List.of(
                    new Pair("ctu-normal-40", "ctu-normal-42"),
                    new Pair("ctu-normal-42", "ctu-normal-40"),
                    new Pair("ctu-normal-40", "iot23-34-1"),
                    new Pair("iot23-34-1", "ctu-normal-40"),
                    new Pair("iot23-4-1", "iot23-34-1"),
                    new Pair(ARGUS_MODBUS, "iot23-34-1"));

    /** As tables call it. */
    public String label() {
        return source + " → " + target;
    }
}
