// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.operator;

import io.talon.ctalvae.sequence.FlowHistory;
import io.talon.job.flow.FlowView;
import io.talon.job.flow.SerializedType;
import io.talon.job.model.Assignment;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * A flow with the history that ends with it, ready to be scored. Immutable.
 *
 * @param history its newest flows; not to be appended to
 * @param skipped flows to the destination before it that were not scored
 * @param assignment the adaptors that the flow's site runs
 */
public record SequencedFlow(
        FlowView flow, FlowHistory history, int skipped, Assignment assignment) {

    /** Sequences, for Flink. */
    public static final TypeInformation<SequencedFlow> TYPE =
            new SerializedType<>(SequencedFlow.class, new SequencedFlowSerializer());
}
