// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/** Production's parts as processes, started by the scripts that their containers start with. */
package io.talon.it.operate;
