// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/**
 * From anomalies to alerts: one per destination and episode, within a site's budget, unless
 * suppressed. What raises no alert stays searchable.
 */
package io.talon.job.alert;
