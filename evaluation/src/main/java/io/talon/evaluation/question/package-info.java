// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/**
 * The questions that the paper leaves open, as rows of the protocol: which adaptors, where triplets
 * come from without labels, what of the network is the score, how many features.
 */
package io.talon.evaluation.question;
