// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.audit;

import io.talon.adaptor.audit.AuditLog.Outcome;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;

/**
 * One deed.
 *
 * @param seq 1 for the tenant's first
 * @param action e.g. {@code adaptor.promote}
 * @param object what it was done to, as a path below the tenant
 * @param outcome done or refused
 * @param detail more, may be null
 * @param previous hash of the entry before; empty for the first
 * @param hash of this entry
 */
public record AuditEntry(
        long seq,
        Instant at,
        String by,
        String action,
        String object,
        String outcome,
        String detail,
        String previous,
        String hash) {

    static AuditEntry after(
            long seq,
            String previous,
            String tenant,
            Instant at,
            String by,
            String action,
            String object,
            Outcome outcome,
            String detail) {
        String word = outcome.name().toLowerCase(Locale.ROOT);
        AuditEntry open = new AuditEntry(seq, at, by, action, object, word, detail, previous, "");
        return new AuditEntry(
                seq, at, by, action, object, word, detail, previous, open.expectedHash(tenant));
    }

    /** SHA-256 of everything else: each field with its length, so that none runs into the next. */
    String expectedHash(String tenant) {
        StringBuilder all = new StringBuilder();
        for (Object field :
                new Object[] {tenant, seq, at, by, action, object, outcome, detail, previous}) {
            String text = field == null ? "" : field.toString();
            all.append(field == null ? -1 : text.length()).append(':').append(text).append('\n');
        }
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(all.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
