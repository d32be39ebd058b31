// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.lens;

import java.util.Comparator;

/**
 * That something needs a field.
 *
 * @param field its full name
 * @param use what is done with it: Lens' name of an operation, {@code query}, {@code show}, {@code
 *     sort} or {@code control}
 */
public record FieldUse(String field, String use) implements Comparable<FieldUse> {

    public static FieldUse query(String field) {
        return new FieldUse(field, "query");
    }

    @Override
    public int compareTo(FieldUse other) {
        return Comparator.comparing(FieldUse::field)
                .thenComparing(FieldUse::use)
                .compare(this, other);
    }
}
