// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/**
 * How good scores are: ranking (AUROC, AUPRC), decisions at a threshold (MCC and friends), recall
 * at a number of alerts per day, and the interval that goes with every mean. Never point-adjusted.
 */
package io.talon.evaluation.metric;
