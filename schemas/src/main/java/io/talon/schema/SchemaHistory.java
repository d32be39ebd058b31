// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/**
 * The versions of a record that were ever on the wire, as committed under {@code
 * schemas/history/<full name>/<n>.avsc}, n from 1 without gaps.
 */
public final class SchemaHistory {

    private SchemaHistory() {}

    /** All versions of the named record, oldest first; empty for a record that has no history. */
    public static List<Schema> of(String fullName) {
        List<Schema> versions = new ArrayList<>();
        for (int n = 1; ; n++) {
            try (InputStream in =
                    SchemaHistory.class.getResourceAsStream(
                            "history/%s/%d.avsc".formatted(fullName, n))) {
                if (in == null) {
                    return List.copyOf(versions);
                }
                versions.add(new Schema.Parser().parse(in));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
