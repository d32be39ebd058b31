// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/** Watches every site: what became of its flows, and whether its traffic is still what it was. */
package io.talon.job.drift;
