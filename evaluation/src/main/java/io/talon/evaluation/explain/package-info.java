// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/** Whether an explanation names what an attack changed. */
package io.talon.evaluation.explain;
