// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/**
 * The arithmetic of scoring, on arrays alone. Tiles and cells in vectors are written out sum by sum
 * and gate by gate: C2 keeps a vector in a register only as a local variable of the method that
 * computes with it. What the shapes of tiles and strips are for: docs/adr/0011.
 */
package io.talon.ctalvae.kernel;
