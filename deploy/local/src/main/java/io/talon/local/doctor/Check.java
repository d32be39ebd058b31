// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.doctor;

import java.util.List;

/** Looks at one thing that Talon needs, and changes nothing. */
@FunctionalInterface
public interface Check {
    /** What was found; at least one finding, never an exception for what is merely wrong. */
    List<Finding> look() throws InterruptedException;
}
