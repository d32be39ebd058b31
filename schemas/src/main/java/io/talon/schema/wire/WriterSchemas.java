// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.schema.wire;

import java.util.Optional;
import org.apache.avro.Schema;

/** Finds the schema that a record with Confluent's header was written with. */
@FunctionalInterface
public interface WriterSchemas {

    /**
     * The schema of this id, empty when there is none. An implementation that cannot ask (a
     * registry that is down) waits or throws; it never answers empty.
     */
    Optional<Schema> byId(int id);

    /** For a wire without a registry: knows no id. */
    static WriterSchemas none() {
        return id -> Optional.empty();
    }
}
