// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.lens;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One layer of a Lens panel: one search.
 *
 * @param id its id within the panel
 * @param dataView id of the data view that it searches
 * @param columns buckets first, outermost first
 */
public record LensLayer(String id, String dataView, List<Column> columns) {

    /** The columns that split, outermost first. */
    public List<Column.Bucket> buckets() {
        return columns.stream()
                .filter(Column.Bucket.class::isInstance)
                .map(Column.Bucket.class::cast)
                .toList();
    }

    /** The columns that measure. */
    public List<Column.Metric> metrics() {
        return columns.stream()
                .filter(Column.Metric.class::isInstance)
                .map(Column.Metric.class::cast)
                .toList();
    }

    /** Whether it shows fixed numbers only and needs no search. */
    public boolean isFixed() {
        return columns.stream().allMatch(Column.Fixed.class::isInstance);
    }

    /** What is done with which field, by Lens' name of the operation. */
    public Set<FieldUse> fieldUses() {
        Set<FieldUse> uses = new TreeSet<>();
        for (Column column : columns) {
            if (column instanceof Column.DateHistogram c) {
                uses.add(new FieldUse(c.field(), "date_histogram"));
            } else if (column instanceof Column.Terms c) {
                uses.add(new FieldUse(c.field(), "terms"));
            } else if (column instanceof Column.Ranges c) {
                uses.add(new FieldUse(c.field(), "range"));
            } else if (column instanceof Column.Filters c) {
                c.filters()
                        .forEach(f -> f.query().fields().forEach(n -> uses.add(FieldUse.query(n))));
            } else if (column instanceof Column.Metric c) {
                c.field().ifPresent(f -> uses.add(new FieldUse(f, LensReader.name(c.operation()))));
                c.filter().fields().forEach(n -> uses.add(FieldUse.query(n)));
            }
        }
        return uses;
    }
}
