// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/** Measures detection and trains the base model. Commands are in {@code cli}. */
package io.talon.evaluation;
