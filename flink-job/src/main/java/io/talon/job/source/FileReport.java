// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.source;

/**
 * What became of the lines of one file; {@code read + skipped + rejected == lines}.
 *
 * @param unknownColumns names of columns that were ignored, joined by commas
 * @param failure why the file could not be read, or not to its end; null if it was
 */
public record FileReport(
        String file,
        long lines,
        long read,
        long skipped,
        long rejected,
        String unknownColumns,
        String failure) {}
