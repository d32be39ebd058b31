// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.lens;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** A text; it asks Elasticsearch for nothing. */
public record MarkdownPanel(
        String dashboard, String id, String title, JsonNode grid, String markdown)
        implements Panel {

    @Override
    public Set<FieldUse> fieldUses(String dataView) {
        return Set.of();
    }
}
