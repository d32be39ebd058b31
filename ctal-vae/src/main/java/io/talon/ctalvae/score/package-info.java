// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/**
 * From a sequence to a score and its explanation. Plain Java: no native code, no allocation per
 * flow.
 */
package io.talon.ctalvae.score;
