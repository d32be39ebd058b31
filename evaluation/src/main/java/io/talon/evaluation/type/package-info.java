// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/** Whether anomalies are called by the name of their attack, and unknown attacks unknown. */
package io.talon.evaluation.type;
