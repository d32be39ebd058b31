// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.artifact;

/**
 * Where files are kept, by tenant and hash. What is stored is never changed; storing it again does
 * nothing.
 */
public interface Artifacts {

    /**
     * Stores a file, before the transaction that refers to it is committed.
     *
     * @param sha256 of the content, lower-case hexadecimal
     */
    void put(String tenant, String sha256, byte[] content);

    /**
     * Reads a file.
     *
     * @throws IllegalStateException if it is not there or was changed
     */
    byte[] get(String tenant, String sha256);

    /**
     * Looks whether the place can be used, before the first file is stored.
     *
     * @throws IllegalStateException if it cannot, and will not until somebody changes something
     */
    default void check() {}
}
