// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

import io.talon.ctalvae.sequence.Exchange;

/**
 * What an explanation is made from.
 *
 * @param lastFlow mean squared reconstruction error of the last flow
 * @param sequence that of the sequence
 * @param norm mean squared normalised value of the sequence
 * @param exchange what ends the sequence; null if it is not known
 * @param raw values of the last flow, as vectors carry them, from {@code rawAt} on
 * @param latent mean of the latent vector
 */
record MeasuredSequence(
        double lastFlow,
        double sequence,
        double norm,
        Exchange exchange,
        float[] raw,
        int rawAt,
        float[] latent) {}
