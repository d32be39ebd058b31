// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.zeek;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** Which columns a {@link ConnWriter} writes; values of a flow in other columns are left out. */
public enum ConnColumns {
    /** The 22 columns of a stock Zeek 8, without labels. */
    ZEEK(stock()),

    /** {@link #ZEEK} and, as its last columns, {@code label} and {@code detailedlabel}. */
    LABELLED(with(ConnField.LABEL, ConnField.DETAILED_LABEL)),

    /** Everything that a {@link Conn} can hold. */
    ALL(all());

    private final List<ConnField> fields;

    ConnColumns(List<ConnField> fields) {
        this.fields = List.copyOf(fields);
    }

    List<ConnField> fields() {
        return fields;
    }

    private static List<ConnField> stock() {
        return new ArrayList<>(EnumSet.range(ConnField.TS, ConnField.IP_PROTO));
    }

    private static List<ConnField> with(ConnField... more) {
        List<ConnField> fields = stock();
        fields.addAll(List.of(more));
        return fields;
    }

    private static List<ConnField> all() {
        return new ArrayList<>(EnumSet.complementOf(EnumSet.of(ConnField.PATH)));
    }
}
