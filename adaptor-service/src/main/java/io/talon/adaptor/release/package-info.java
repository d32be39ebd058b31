// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/** Which adaptor a site runs: shadow, promote, roll back; each a signed record in the outbox. */
package io.talon.adaptor.release;
