// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.operator;

import io.talon.ctalvae.sequence.FlowHistory;
import io.talon.job.flow.FlowView;
import io.talon.job.flow.SerializedType;
import io.talon.job.model.Assignment;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * A flow with the history that ends with it, ready to be scored.
 *
 * @param history its destination's newest flows. Not to be appended to, and only so long as it is
 *     the newest one: the destination's next flow changes it
 * @param skipped flows to the destination before it that were not scored
 * @param assignment the adaptors that the flow's site runs
 */
public record SequencedFlow(
        FlowView flow, FlowHistory history, int skipped, Assignment assignment) {

    /** Sequences, for Flink. */
    public static final TypeInformation<SequencedFlow> TYPE =
            new SerializedType<>(SequencedFlow.class, new SequencedFlowSerializer());

    /** The same, and no flow that comes changes it. */
    SequencedFlow copy() {
        return with(history.copy());
    }

    /** The same, its history kept elsewhere. */
    SequencedFlow with(FlowHistory kept) {
        return new SequencedFlow(flow, kept, skipped, assignment);
    }
}
