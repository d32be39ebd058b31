// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/** {@code talon demo} as a user runs it: a process of its own, all real parts behind it. */
package io.talon.it.demo;
