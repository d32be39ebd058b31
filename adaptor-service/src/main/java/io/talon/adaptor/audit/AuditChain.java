// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.audit;

/** Follows a chain entry by entry, and remembers the first that does not fit. */
final class AuditChain {
    private final String tenant;
    private long length;
    private String last = "";
    private AuditFinding broken;

    /** Where the chain should end, as remembered apart from it. */
    record Head(long seq, String hash) {}

    AuditChain(String tenant) {
        this.tenant = tenant;
    }

    /** Entries that fitted. */
    long length() {
        return length;
    }

    boolean accepts(AuditEntry entry) {
        if (entry.seq() != length + 1) {
            return breaks("entry " + (length + 1) + " is missing");
        }
        if (!entry.previous().equals(last)) {
            return breaks("it does not follow the entry before it");
        }
        if (!entry.hash().equals(entry.expectedHash(tenant))) {
            return breaks("its content was changed");
        }
        length++;
        last = entry.hash();
        return true;
    }

    /** What was found when no entry is left. */
    AuditFinding end(Head head) {
        if (broken == null && (head.seq() != length || !head.hash().equals(last))) {
            breaks("the newest entries are missing");
        }
        return finding();
    }

    AuditFinding finding() {
        return broken != null ? broken : new AuditFinding(true, length, last, null, null);
    }

    private boolean breaks(String reason) {
        broken = new AuditFinding(false, length, last, length + 1, reason);
        return false;
    }
}
