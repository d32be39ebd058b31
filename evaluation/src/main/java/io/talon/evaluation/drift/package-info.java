// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/** Streams whose normal changes, and what a site that follows them makes of it. */
package io.talon.evaluation.drift;
