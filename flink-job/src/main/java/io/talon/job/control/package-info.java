// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/**
 * What comes by the control topic besides adaptors, and whether it may be believed: signatures,
 * suppressions, settings of sites.
 */
package io.talon.job.control;
