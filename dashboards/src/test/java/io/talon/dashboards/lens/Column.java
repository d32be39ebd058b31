// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.lens;

import io.talon.dashboards.kql.Kql;
import java.util.List;
import java.util.Optional;

/** One column of a Lens layer. */
public sealed interface Column {
    /** Its id within the layer. */
    String id();

    /** What the panel calls it. */
    String label();

    /** A column that splits the documents. */
    sealed interface Bucket extends Column {}

    /** Documents by time; the interval is {@code auto} or a fixed one such as {@code 30m}. */
    record DateHistogram(String id, String label, String field, String interval)
            implements Bucket {}

    /**
     * Documents by the field's most frequent values.
     *
     * @param orderBy id of the metric column to order by; empty to order by the value
     */
    record Terms(
            String id,
            String label,
            String field,
            int size,
            Optional<String> orderBy,
            boolean descending)
            implements Bucket {}

    /** Documents by ranges of a number, from inclusive, to exclusive; null is open. */
    record Ranges(String id, String label, String field, List<Range> ranges) implements Bucket {}

    /** One range. */
    record Range(Double from, Double to, String label) {}

    /** Documents by queries; a document can be in several. */
    record Filters(String id, String label, List<Filter> filters) implements Bucket {}

    /** One query. */
    record Filter(Kql query, String label) {}

    /**
     * A number, or for {@link Operation#LAST_VALUE} any value, of the documents of a bucket.
     *
     * @param field absent for {@link Operation#COUNT}
     * @param filter which of the bucket's documents count
     */
    record Metric(String id, String label, Operation operation, Optional<String> field, Kql filter)
            implements Column {}

    /** A number written into the panel. */
    record Fixed(String id, String label, double value) implements Column {}

    /** How a metric is made. */
    enum Operation {
        COUNT,
        UNIQUE_COUNT,
        SUM,
        AVERAGE,
        MIN,
        MAX,
        LAST_VALUE
    }
}
