// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.drift;

/** What a site's ordinary traffic does. */
public enum DriftPhase {
    /** It is as it was when the site was calibrated. */
    STABLE,
    /** It may be changing, or alerts come faster than the budget: look, do not learn yet. */
    WARNING,
    /** It has changed: scores no longer mean what they did. */
    DRIFT,
    /** A new calibration is being made; nothing is judged meanwhile. */
    RECALIBRATING
}
