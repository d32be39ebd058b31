// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/** The command {@code talon evaluate}. */
package io.talon.evaluation.cli;
