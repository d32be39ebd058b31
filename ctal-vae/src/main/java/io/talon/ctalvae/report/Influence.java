// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.report;

/**
 * What having one triplet changes, against leaving it out.
 *
 * @param triplet its place in the list, from 0
 * @param benignAlarms change of the share of held-out benign sequences that are flagged
 * @param found change of the share of anomalies that are flagged
 * @param harmful whether leaving it out is clearly better
 */
public record Influence(int triplet, double benignAlarms, double found, boolean harmful) {}
