// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/** Servers that the launcher does not start, set up for a test and gone after it. */
package io.talon.it.node;
