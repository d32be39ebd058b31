// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.zeek;

/** What became of one line of a conn.log. Lines are numbered from 1 as an editor shows them. */
public sealed interface ConnLine {

    /** Number of the line in the (decompressed) file, from 1. */
    long number();

    /** A line that holds a flow. */
    record Read(long number, Conn conn) implements ConnLine {}

    /**
     * A line that is no flow and need not be one: header, comment, blank, or a record of another
     * log.
     */
    record Skipped(long number, String reason) implements ConnLine {}

    /**
     * A line that should have been a flow and is not.
     *
     * @param reason what is wrong with it, in words
     * @param raw the bytes of the line without its line end; of a line beyond the length limit only
     *     the beginning
     */
    record Rejected(long number, String reason, byte[] raw) implements ConnLine {}
}
