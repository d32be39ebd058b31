/**
 * The detectors that CTAL-VAE is compared with, from a plain distance to the paper's AE and VAE,
 * behind one interface. All of them see a flow as the same window vector: the flow itself, and mean
 * and spread of the last flows to its destination.
 */
// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.detector;
