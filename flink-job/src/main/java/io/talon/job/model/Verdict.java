// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.model;

/** What can be done with a release. */
public sealed interface Verdict {

    /** It can be taken into force. */
    record Usable() implements Verdict {}

    /**
     * It never can.
     *
     * @param reason what is wrong with it
     */
    record Refused(String reason) implements Verdict {}

    /**
     * It can once this model is released: the topic's partitions keep no order among each other.
     *
     * @param modelSha256 what its adaptor was made for
     */
    record Early(String modelSha256) implements Verdict {}
}
