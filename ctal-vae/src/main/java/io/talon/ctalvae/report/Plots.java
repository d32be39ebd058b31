// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.report;

import java.util.List;

/**
 * What a report card draws.
 *
 * @param before the model that runs now
 * @param after the candidate
 * @param loss points [step, loss] of training; empty where none was watched
 */
public record Plots(Plot before, Plot after, List<List<Double>> loss) {}
