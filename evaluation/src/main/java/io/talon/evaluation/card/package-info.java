// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/** The card of the shipped model, written from its file and from committed results. */
package io.talon.evaluation.card;
