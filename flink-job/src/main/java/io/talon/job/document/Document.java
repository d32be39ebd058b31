// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.document;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * One JSON document on its way to an index. The id is a function of the content, so that writing it
 * twice is writing it once. A plain class and not a record, for it holds an array.
 */
public final class Document implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String index;
    private final String id;
    private final byte[] json;

    /**
     * @param index data stream to create it in
     * @param json UTF-8; taken over, not copied
     */
    public Document(String index, String id, byte[] json) {
        this.index = Objects.requireNonNull(index);
        this.id = Objects.requireNonNull(id);
        this.json = Objects.requireNonNull(json);
    }

    /** Data stream. */
    public String index() {
        return index;
    }

    /** {@code _id}. */
    public String id() {
        return id;
    }

    /** UTF-8; not to be changed. */
    public byte[] json() {
        return json;
    }

    /** The JSON as text, on one line. */
    public String text() {
        return new String(json, StandardCharsets.UTF_8);
    }
}
