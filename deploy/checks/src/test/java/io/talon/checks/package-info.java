// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/** What ships beside the jars, checked as far as a machine without containers can. */
package io.talon.checks;
