/** The rows of CTAL-VAE itself: its variants, trained, adapted and scored inside the protocol. */
// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.ctal;
