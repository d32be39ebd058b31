// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.doctor;

/**
 * What one check found.
 *
 * @param subject what was looked at
 * @param reason what is so, in words and figures
 * @param remedy what to do about it; empty when nothing needs doing
 */
public record Finding(String subject, Level level, String reason, String remedy) {

    /** How bad it is. */
    public enum Level {
        /** As it should be. */
        OK,
        /** Talon runs, but something is worse than it could be. */
        WARN,
        /** Talon will not run. */
        FAIL
    }

    static Finding ok(String subject, String reason) {
        return new Finding(subject, Level.OK, reason, "");
    }

    static Finding warn(String subject, String reason, String remedy) {
        return new Finding(subject, Level.WARN, reason, remedy);
    }

    static Finding fail(String subject, String reason, String remedy) {
        return new Finding(subject, Level.FAIL, reason, remedy);
    }
}
