// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.kibana;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The saved objects that come with Talon. */
public final class ShippedObjects {
    /** Where the packed file lies among this module's resources, for {@link Class#getResource}. */
    static final String RESOURCE = "talon.ndjson";

    private ShippedObjects() {}

    /** All of them, packed. */
    public static List<SavedObject> all() {
        try (InputStream in = ShippedObjects.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(
                        "resource " + RESOURCE + " is missing: run talon kibana pack, then build");
            }
            return SavedObjectFile.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("unreadable resource " + RESOURCE, e);
        }
    }
}
