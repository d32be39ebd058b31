// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/** What raises no alert: conditions with an owner, a reason and an end, signed for the job. */
package io.talon.adaptor.suppression;
