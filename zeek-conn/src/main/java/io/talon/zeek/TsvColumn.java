// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.zeek;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * One column of a TSV log. Nearly always it holds one value; IoT-23 packs {@code tunnel_parents
 * label detailed-label} into its last one, parted by runs of spaces.
 *
 * @param names the names of the values in it, in order
 * @param slots what each value is, null where Talon does not know the name
 */
record TsvColumn(List<String> names, ConnField.Binding[] slots) {

    static TsvColumn of(String header) {
        List<String> names =
                header.contains("  ") ? List.of(header.strip().split(" {2,}")) : List.of(header);
        return new TsvColumn(
                names, names.stream().map(ConnField::byName).toArray(ConnField.Binding[]::new));
    }

    boolean packed() {
        return slots.length > 1;
    }

    List<ConnField.Binding> bindings() {
        return Arrays.stream(slots).filter(Objects::nonNull).toList();
    }

    List<String> unknownNames() {
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < slots.length; i++) {
            if (slots[i] == null) {
                unknown.add(names.get(i));
            }
        }
        return unknown;
    }
}
