// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.feedback;

/**
 * What became of everything that was said.
 *
 * @param proposed triplets made now
 * @param known that were taken before
 * @param ignored with no site, no flow or no meaning for a triplet, or against what is accepted
 */
record FeedbackReport(int read, int proposed, int known, int ignored) {}
