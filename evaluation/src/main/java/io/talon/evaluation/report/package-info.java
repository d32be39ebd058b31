/** Outcomes as Markdown, CSV and pictures. */
// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.report;
