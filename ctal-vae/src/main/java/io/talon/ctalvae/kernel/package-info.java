// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/** The arithmetic of scoring on float arrays, once per way of computing: lanes and plain loops. */
package io.talon.ctalvae.kernel;
