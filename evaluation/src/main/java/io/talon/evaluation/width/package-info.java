// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/** Captures with fewer features than their exporter gives. */
package io.talon.evaluation.width;
