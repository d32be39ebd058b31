// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.model;

import io.talon.ctalvae.calibrate.Calibration;

/**
 * What a site has of its own.
 *
 * @param adaptor its adaptors
 * @param normaliser its statistics
 * @param calibration what its scores mean
 * @param maturity how much of it was seen
 */
public record SiteParts(
        Adaptor adaptor, Normaliser normaliser, Calibration calibration, Maturity maturity) {}
