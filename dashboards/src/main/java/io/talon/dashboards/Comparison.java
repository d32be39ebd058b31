// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Whether what a server holds is what we would send. */
final class Comparison {
    /**
     * Where something that we do not send was put by somebody. Elsewhere it is a default that the
     * server added, and those differ from version to version.
     */
    private static final Pattern CONTENT =
            Pattern.compile(
                    "(template\\.(mappings|settings|aliases)|processors|policy\\.phases)\\..*");

    private static final Set<String> DEFAULTS = Set.of("delete_searchable_snapshot");

    private Comparison() {}

    /** Every value that differs; a field type may be the basic one of its family. */
    static List<Difference> differences(JsonNode held, JsonNode ours) {
        List<Difference> differences = new ArrayList<>();
        collect("", held, ours, differences);
        return differences;
    }

    private static void collect(
            String path, JsonNode held, JsonNode ours, List<Difference> differences) {
        if (held.isObject() && ours.isObject()) {
            Set<String> names = new TreeSet<>();
            held.fieldNames().forEachRemaining(names::add);
            ours.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                String longer = path.isEmpty() ? name : path + "." + name;
                collect(longer, held.path(name), ours.path(name), differences);
            }
        } else if (!held.equals(ours)
                && !isDefault(path, ours)
                && !isSubstitute(path, held, ours)) {
            differences.add(new Difference(path, held, ours));
        }
    }

    private static boolean isDefault(String path, JsonNode ours) {
        return ours instanceof MissingNode
                && (!CONTENT.matcher(path).matches()
                        || DEFAULTS.contains(path.substring(path.lastIndexOf('.') + 1)));
    }

    private static boolean isSubstitute(String path, JsonNode held, JsonNode ours) {
        return path.endsWith(".type") && FieldTypes.isSubstitute(ours.asText(), held.asText());
    }
}
