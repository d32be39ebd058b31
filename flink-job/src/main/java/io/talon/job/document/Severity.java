// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.document;

/** {@code event.severity} as Elastic Security expects it, from a record score of 0 to 100. */
public final class Severity {

    private static final int LOW = 21;
    private static final int MEDIUM = 47;
    private static final int HIGH = 73;

    /** The highest. */
    public static final int CRITICAL = 99;

    private Severity() {}

    /** 21 low, 47 medium, 73 high, 99 critical. */
    public static int of(double recordScore) {
        if (recordScore >= 90) {
            return CRITICAL;
        }
        if (recordScore >= 75) {
            return HIGH;
        }
        return recordScore >= 50 ? MEDIUM : LOW;
    }
}
