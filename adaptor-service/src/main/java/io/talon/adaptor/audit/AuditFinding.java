// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.audit;

/**
 * What following the chain showed.
 *
 * @param entries that fit, from the first on
 * @param head hash of the last of them
 * @param brokenAt number of the first entry that does not fit; null: all fit
 * @param reason why it does not; null: all fit
 */
record AuditFinding(boolean intact, long entries, String head, Long brokenAt, String reason) {}
