// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.source;

import io.talon.deadletter.v1.DeadLetter;
import io.talon.job.flow.FlowView;

/** What became of one record of the flows' topic. */
public sealed interface DecodedFlow {

    /** A flow that can be used. */
    record Usable(FlowView flow) implements DecodedFlow {}

    /** A record that is none, with the reason. */
    record Dead(DeadLetter letter) implements DecodedFlow {}
}
