// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/** The scoring engine alone, next to what one would take instead. */
package io.talon.benchmarks.scorer;
