// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/**
 * Which known kind of attack an anomaly resembles: a linear discriminant over its flows in the
 * site's units, and "unknown" where no kind is near enough.
 */
package io.talon.ctalvae.type;
