// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/** What analysts say, and what feedback proposes that they say. */
package io.talon.adaptor.triplet;
