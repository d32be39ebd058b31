// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

import io.talon.ctalvae.kernel.Kernel;
import java.util.Arrays;

/**
 * Runs a group of sequences of one core through the network, longest first. The recurrences run
 * over the flows that a sequence has; the decoder emits the newest flow first. Everything is in the
 * {@link Workspace}.
 */
final class Network {
    private final Kernel kernel;
    private final Workspace space;
    private final int[] lengths = new int[Workspace.GROUP];
    private PackedCore core;
    private int size;

    Network(Kernel kernel, Workspace space) {
        this.kernel = kernel;
        this.space = space;
    }

    void begin(PackedCore of) {
        core = of;
        size = 0;
    }

    /** Takes the next sequence, whose normalised input is in place. */
    void add(KernelSite site, int length) {
        int g = size++;
        lengths[g] = length;
        kernel.multiply(length, space.x[g], site.input, site.inputBias, space.inner[g]);
        kernel.multiply(
                length, space.inner[g], core.encoderInput, core.encoderBias, space.inputGates[g]);
    }

    /** From adapted input to latent means and decoder outputs. */
    void run() {
        encode();
        kernel.multiply(size, space.hidden, core.mean, core.meanBias, space.mean);
        kernel.multiply(size, space.mean, core.expand, core.expandBias, space.expanded);
        for (int g = 0; g < size; g++) {
            kernel.tanh(space.expanded[g], space.shape.hidden());
        }
        kernel.multiply(
                size, space.expanded, core.decoderInput, core.decoderBias, space.decoderInput);
        decode();
    }

    private void encode() {
        int units = space.shape.hidden();
        for (int g = 0; g < size; g++) {
            Arrays.fill(space.cell[g], 0);
            step(units, space.inputGates[g][0], space.cell[g], space.hidden[g]);
        }
        int active = active(size, 1);
        for (int t = 1; active > 0; t++) {
            kernel.multiply(
                    active,
                    space.hidden,
                    core.encoderRecurrent,
                    space.inputGatesAt[t],
                    space.gates);
            for (int g = 0; g < active; g++) {
                step(units, space.gates[g], space.cell[g], space.hidden[g]);
            }
            active = active(active, t + 1);
        }
    }

    private void decode() {
        int units = space.shape.inner();
        for (int g = 0; g < size; g++) {
            Arrays.fill(space.decoderCell[g], 0);
            System.arraycopy(space.decoderInput[g], 0, space.gates[g], 0, 4 * units);
            step(units, space.gates[g], space.decoderCell[g], space.decoded[g][0]);
        }
        int active = active(size, 1);
        for (int t = 1; active > 0; t++) {
            kernel.multiply(
                    active,
                    space.decodedAt[t - 1],
                    core.decoderRecurrent,
                    space.decoderInput,
                    space.gates);
            for (int g = 0; g < active; g++) {
                step(units, space.gates[g], space.decoderCell[g], space.decoded[g][t]);
            }
            active = active(active, t + 1);
        }
    }

    private void step(int units, float[] gates, float[] cell, float[] output) {
        kernel.tanh(gates, 4 * units);
        kernel.cell(units, gates, cell, output);
    }

    /** How many sequences have a flow at this step; the first ones, for the longest come first. */
    private int active(int before, int step) {
        int active = before;
        while (active > 0 && lengths[active - 1] <= step) {
            active--;
        }
        return active;
    }

    /** The sequence's reconstruction. */
    void reconstruct(int g, KernelSite site) {
        kernel.multiply(lengths[g], space.decoded[g], site.output, site.outputBias, space.reversed);
    }
}
