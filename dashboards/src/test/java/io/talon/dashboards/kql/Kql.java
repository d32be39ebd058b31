// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.kql;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A parsed query. */
public sealed interface Kql {

    /** Every document. */
    record All() implements Kql {}

    /** Documents that match every part. */
    record And(List<Kql> parts) implements Kql {}

    /** Documents that match one part at least. */
    record Or(List<Kql> parts) implements Kql {}

    /** Documents that do not match the part. */
    record Not(Kql part) implements Kql {}

    /** Documents that have the field. */
    record Exists(String field) implements Kql {}

    /** Documents one of whose values is this one. */
    record Is(String field, String value) implements Kql {}

    /** Documents one of whose values matches; {@code *} stands for any characters. */
    record Like(String field, String pattern) implements Kql {}

    /** Documents one of whose values stands to the bound as the operator says. */
    record Range(String field, Operator operator, String bound) implements Kql {}

    /** How a value stands to a bound. */
    enum Operator {
        GT(">"),
        GTE(">="),
        LT("<"),
        LTE("<=");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }
    }

    /**
     * @throws IllegalArgumentException if the text is outside the part of the language that is
     *     known here; names the text and the place
     */
    static Kql parse(String text) {
        return text.isBlank() ? new All() : new KqlParser(text).query();
    }

    /** Every field that the query names. */
    default Set<String> fields() {
        Set<String> fields = new TreeSet<>();
        collect(this, fields);
        return fields;
    }

    private static void collect(Kql kql, Set<String> fields) {
        if (kql instanceof And and) {
            and.parts().forEach(part -> collect(part, fields));
        } else if (kql instanceof Or or) {
            or.parts().forEach(part -> collect(part, fields));
        } else if (kql instanceof Not not) {
            collect(not.part(), fields);
        } else if (kql instanceof Exists exists) {
            fields.add(exists.field());
        } else if (kql instanceof Is is) {
            fields.add(is.field());
        } else if (kql instanceof Like like) {
            fields.add(like.field());
        } else if (kql instanceof Range range) {
            fields.add(range.field());
        }
    }
}
