// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.lens;

import com.fasterxml.jackson.databind.JsonNode;

/** Values of cells: numbers are {@link Double}, everything else is {@link String}. */
final class CellValue {

    private CellValue() {}

    static Object of(JsonNode value) {
        return value.isNumber() ? (Object) value.asDouble() : value.asText();
    }
}
