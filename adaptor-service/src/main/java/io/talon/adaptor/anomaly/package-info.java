// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/** What the running job found, why, and what analysts say of it. */
package io.talon.adaptor.anomaly;
