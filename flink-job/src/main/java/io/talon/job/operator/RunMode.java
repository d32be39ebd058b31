// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.operator;

/** Whether results are of the present or of old logs; {@code talon.run.mode} in every document. */
public enum RunMode {
    /** From an unbounded source, as flows happen. */
    STREAMING("streaming"),
    /** From a bounded source. */
    HISTORICAL("historical");

    private final String word;

    RunMode(String word) {
        this.word = word;
    }

    /** As it stands in documents. */
    public String word() {
        return word;
    }
}
