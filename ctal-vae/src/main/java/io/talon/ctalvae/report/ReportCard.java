// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.report;

import java.util.List;

/**
 * A report card.
 *
 * @param verdict the worst of the reasons; pass without any
 * @param parent version of the model that it is compared with
 * @param benign false alarms on benign sequences that nothing was fitted on
 * @param negatives found among the triplets' negatives
 * @param injected found among anomalies injected into the held-out benign sequences
 * @param guard found among attacks that every adaptor must still find, by the base model and by the
 *     candidate's network alone
 * @param influence of each triplet; empty where it was not examined
 * @param drift distance of the adaptors' weights from the parent's, relative to the parent's norm
 */
public record ReportCard(
        Verdict verdict,
        List<Reason> reasons,
        String parent,
        BeforeAfter benign,
        BeforeAfter negatives,
        BeforeAfter injected,
        BeforeAfter guard,
        List<Influence> influence,
        double drift,
        Plots plots) {}
