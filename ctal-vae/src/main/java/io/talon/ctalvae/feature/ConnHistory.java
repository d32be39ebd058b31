// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.feature;

/**
 * What the features of a flow need to know of the destination's flows before it. NaN = there is
 * none.
 *
 * @param gapMillis end of the previous flow to the end of this one, ms ≥ 0; NaN for the first flow
 * @param gapChange |ln(1 + gap) − ln(1 + gap of the flow before)|; NaN before the third flow
 * @param respPorts (distinct responder ports of the last 10 flows − 1) / (flows − 1), this one
 *     included; 0 for the first flow
 * @param failedShare share of the last 10 flows, this one included, that {@link ConnVector#failed}
 */
public record ConnHistory(
        double gapMillis, double gapChange, double respPorts, double failedShare) {}
