// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.operator;

import io.talon.control.v1.AdaptorRelease;
import io.talon.flow.v1.FlowEvent;

/**
 * A flow with the history that ends with it, ready to be scored.
 *
 * @param history a {@code FlowHistory} as bytes; not to be changed
 * @param release the adaptor that the flow's site runs, null when none was released to it
 */
public record SequencedFlow(FlowEvent flow, byte[] history, AdaptorRelease release) {}
