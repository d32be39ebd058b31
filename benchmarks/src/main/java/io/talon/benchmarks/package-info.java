// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/** How fast, next to what a user would take instead. */
package io.talon.benchmarks;
