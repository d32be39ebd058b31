// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.sequence;

import java.util.List;

/**
 * What became of every line of a log.
 *
 * @param flows lines that are flows
 * @param sequences kept now
 * @param dropped beyond the quota of the site
 * @param remembered of the dropped ones: declared benign, and who talked to whom is kept
 * @param known that were there already
 * @param rejections the first of them
 */
record FlowsReport(
        long lines,
        long flows,
        long skipped,
        long rejected,
        int sequences,
        int dropped,
        int remembered,
        int known,
        List<Rejection> rejections) {

    /** A line that is no flow, and why. */
    record Rejection(long line, String reason) {}
}
