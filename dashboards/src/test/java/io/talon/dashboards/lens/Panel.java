// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.lens;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** Something that a dashboard shows. */
public sealed interface Panel permits LensPanel, SearchPanel, MarkdownPanel {
    /** Id of its dashboard. */
    String dashboard();

    /** Its name within the dashboard. */
    String id();

    /** What stands above it; empty if nothing does. */
    String title();

    /** {@code x}, {@code y}, {@code w}, {@code h} on a grid 48 wide. */
    JsonNode grid();

    /** What it needs of a data view's fields. */
    Set<FieldUse> fieldUses(String dataView);
}
