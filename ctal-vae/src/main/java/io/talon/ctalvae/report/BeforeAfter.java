// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.report;

/**
 * The same sequences under two models.
 *
 * @param before flagged by the model that runs now
 * @param after flagged by the candidate
 * @param aurocBefore area under the ROC curve against the held-out benign sequences; null for
 *     benign ones themselves, and where there are none
 * @param aurocAfter as {@code aurocBefore}, of the candidate
 */
public record BeforeAfter(Share before, Share after, Double aurocBefore, Double aurocAfter) {}
