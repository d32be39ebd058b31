// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/** How large a deployment must be: arithmetic on a load and on constants that were measured. */
package io.talon.local.estimate;
