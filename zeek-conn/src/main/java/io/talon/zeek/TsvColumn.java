// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.zeek;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * One column of a TSV log. Nearly always it holds one value; IoT-23 packs {@code tunnel_parents
 * label detailed-label} into its last one, parted by runs of spaces.
 */
final class TsvColumn {

    private final List<String> names;
    private final List<ConnField.Binding> slots;

    private TsvColumn(List<String> names) {
        this.names = names;
        this.slots =
                Collections.unmodifiableList(
                        Arrays.asList(
                                names.stream()
                                        .map(ConnField::byName)
                                        .toArray(ConnField.Binding[]::new)));
    }

    static TsvColumn of(String header) {
        boolean packed = header.strip().contains("  ");
        return new TsvColumn(packed ? List.of(header.strip().split(" {2,}")) : List.of(header));
    }

    /** The names of the values in it, in order. */
    List<String> names() {
        return names;
    }

    /** What each value is, null where Talon does not know the name. */
    List<ConnField.Binding> slots() {
        return slots;
    }

    boolean packed() {
        return slots.size() > 1;
    }

    List<ConnField.Binding> bindings() {
        return slots.stream().filter(Objects::nonNull).toList();
    }

    List<String> unknownNames() {
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            if (slots.get(i) == null) {
                unknown.add(names.get(i));
            }
        }
        return unknown;
    }
}
