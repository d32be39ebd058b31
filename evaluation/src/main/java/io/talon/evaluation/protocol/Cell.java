// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.protocol;

/**
 * One repetition of one row: what a result belongs to.
 *
 * @param pair label of the pair or set
 * @param detector what scored
 * @param material what it learnt from; empty where that goes without saying
 * @param k triplets
 * @param draw number of the draw of triplets
 * @param seed of everything random in the row
 */
public record Cell(String pair, String detector, String material, int k, int draw, long seed) {

    /** Name of the row. */
    public String row() {
        return material.isEmpty() ? detector : detector + ", " + material;
    }
}
