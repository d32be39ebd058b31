// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One value in which what a server holds differs from ours.
 *
 * @param path to the value, steps separated by dots
 * @param held what the server has; missing node if it has none
 * @param ours what we would send; missing node if we send none
 */
public record Difference(String path, JsonNode held, JsonNode ours) {

    /** One line: the path, what there is, what we would send. */
    @Override
    public String toString() {
        return "%s: %s -> %s".formatted(path, text(held), text(ours));
    }

    private static String text(JsonNode value) {
        return value.isMissingNode() ? "(none)" : value.toString();
    }
}
