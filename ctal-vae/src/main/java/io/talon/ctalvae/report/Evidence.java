// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.report;

import io.talon.ctalvae.sequence.Sequence;
import java.util.List;

/**
 * What a candidate is judged on.
 *
 * @param benign declared-benign sequences that it was not fitted on
 * @param negatives the triplets' negatives
 * @param injected anomalies made from {@code benign}
 * @param guard attacks that every adaptor must still find
 */
record Evidence(
        List<Sequence> benign,
        List<Sequence> negatives,
        List<Sequence> injected,
        List<Sequence> guard) {}
