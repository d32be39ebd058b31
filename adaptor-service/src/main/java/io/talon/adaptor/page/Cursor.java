// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.page;

import io.talon.adaptor.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** Where a page begins: the key of the last item before it. Opaque to clients, and not trusted. */
public final class Cursor {
    private static final char SEPARATOR = '\n';

    private Cursor() {}

    /** A place behind an item of a list in the order of time. */
    public record Place(Instant time, UUID id) {
        /** Before everything, where time falls. */
        public static final Place NEWEST =
                new Place(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));
    }

    /** A place behind an item of a list in the order of falling numbers, then of names. */
    public record Rank(long number, String name) {
        /** Before everything. */
        public static final Rank HIGHEST = new Rank(Long.MAX_VALUE, "");
    }

    /** The cursor behind an item with a single key. */
    public static String of(String key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    /** The cursor behind an item of a list in the order of time. */
    public static String of(Instant time, UUID id) {
        return of(time.toString() + SEPARATOR + id);
    }

    /** The cursor behind an item of a list in the order of falling numbers. */
    public static String of(long number, String name) {
        return of(Long.toString(number) + SEPARATOR + name);
    }

    /**
     * The key of a cursor.
     *
     * @param cursor null: the beginning
     * @param beginning what stands for it
     */
    public static String key(String cursor, String beginning) {
        if (cursor == null) {
            return beginning;
        }
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw refused();
        }
    }

    /** The number of a cursor; the largest there is for null. */
    public static long number(String cursor) {
        try {
            return Long.parseLong(key(cursor, Long.toString(Long.MAX_VALUE)));
        } catch (NumberFormatException e) {
            throw refused();
        }
    }

    /** The place of a cursor; the newest for null. */
    public static Place place(String cursor) {
        if (cursor == null) {
            return Place.NEWEST;
        }
        String key = key(cursor, "");
        int at = key.indexOf(SEPARATOR);
        try {
            return new Place(
                    Instant.parse(key.substring(0, Math.max(at, 0))),
                    UUID.fromString(key.substring(at + 1)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw refused();
        }
    }

    /** The rank of a cursor; the highest for null. */
    public static Rank rank(String cursor) {
        if (cursor == null) {
            return Rank.HIGHEST;
        }
        String key = key(cursor, "");
        int at = key.indexOf(SEPARATOR);
        try {
            return new Rank(
                    Long.parseLong(key.substring(0, Math.max(at, 0))), key.substring(at + 1));
        } catch (NumberFormatException e) {
            throw refused();
        }
    }

    private static ProblemException refused() {
        return ProblemException.badRequest(
                "bad-cursor", "the cursor is none of ours", "Send the 'next' of a page as it is.");
    }
}
