// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/**
 * The whole job against the scoring engine alone and against the same job with another scorer:
 * {@link io.talon.benchmarks.stream.StreamCommand}.
 */
package io.talon.benchmarks.stream;
