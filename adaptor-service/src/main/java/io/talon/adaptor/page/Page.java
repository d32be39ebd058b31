// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.page;

import java.util.List;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param next cursor of the following page; null: there is none
 */
public record Page<T>(List<T> items, String next) {

    /**
     * @param found up to one more than {@code limit}
     * @param cursor of an item
     */
    public static <T> Page<T> of(List<T> found, int limit, Function<T, String> cursor) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        List<T> items = List.copyOf(found.subList(0, limit));
        return new Page<>(items, cursor.apply(items.get(limit - 1)));
    }

    /** The same page of something else. */
    public <R> Page<R> map(Function<T, R> function) {
        return new Page<>(items.stream().map(function).toList(), next);
    }
}
