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

    private KernelSite lastRead;
    private KernelSite lastWritten;

    /** Keeps reads from being optimised away. */
    private int fetched;

    private int size;

    Network(Kernel kernel, Workspace space) {
        this.kernel = kernel;
        this.space = space;
    }

    void begin(PackedCore of) {
        core = of;
        size = 0;
    }

    /** Announces the site of a sequence that will be added: all of a group before the first. */
    void expect(KernelSite site) {
        fetched ^= site.reach();
    }

    /** Takes the next sequence, whose normalised input is in place. */
    void add(KernelSite site, int length) {
        int g = size++;
        lengths[g] = length;
        if (site != lastRead) {
            site.input.ready(space.input);
            lastRead = site;
        }
        kernel.multiply(
                length,
                space.x[g],
                site.width(),
                space.input.weight(),
                space.input.bias(),
                space.encoderInput[g]);
    }

    /** From adapted input to latent means and decoder outputs. */
    void run() {
        encode();
        int hidden = space.shape.hidden();
        kernel.multiply(size, space.hidden, hidden, core.mean, core.meanBias, space.mean);
        kernel.multiply(
                size,
                space.mean,
                space.shape.latent(),
                core.expand,
                core.expandBias,
                space.expanded);
        for (int g = 0; g < size; g++) {
            kernel.tanh(space.expanded[g], hidden);
        }
        kernel.multiply(
                size,
                space.expanded,
                hidden,
                core.decoderInput,
                core.decoderBias,
                space.decoderInput);
        decode();
    }

    /** The recurrence's output is written behind the flow of the next step, where it is read. */
    private void encode() {
        int inner = space.shape.inner();
        int units = space.shape.hidden();
        for (int g = 0; g < size; g++) {
            Arrays.fill(space.cell[g], 0);
        }
        int active = size;
        for (int t = 0; active > 0; t++) {
            // Before the first flow the output is 0: no need to multiply it.
            int depth = t == 0 ? inner : inner + units;
            kernel.multiply(
                    active,
                    space.encoderInputAt[t],
                    depth,
                    core.encoder,
                    space.nothing,
                    space.gates);
            int next = active(active, t + 1);
            if (next > 0) {
                cells(
                        0,
                        next,
                        units,
                        core.encoderBias,
                        space.cell,
                        space.encoderInputAt[t + 1],
                        inner);
            }
            cells(next, active, units, core.encoderBias, space.cell, space.hidden, 0);
            active = next;
        }
    }

    private void decode() {
        int units = space.shape.inner();
        for (int g = 0; g < size; g++) {
            Arrays.fill(space.decoderCell[g], 0);
            Arrays.fill(space.gates[g], 0);
        }
        cells(0, size, units, space.decoderInput, space.decoderCell, space.decodedAt[0], 0);
        int active = active(size, 1);
        for (int t = 1; active > 0; t++) {
            kernel.multiply(
                    active,
                    space.decodedAt[t - 1],
                    units,
                    core.decoderRecurrent,
                    space.nothing,
                    space.gates);
            cells(0, active, units, space.decoderInput, space.decoderCell, space.decodedAt[t], 0);
            active = active(active, t + 1);
        }
    }

    private void cells(
            int from,
            int to,
            int units,
            float[][] inputs,
            float[][] cells,
            float[][] outputs,
            int outputAt) {
        kernel.cells(
                from, to, units, space.gates, inputs, space.cellRoom, cells, outputs, outputAt);
    }

    /** How many sequences have a flow at this step; the first ones, for the longest come first. */
    private int active(int before, int step) {
        int active = before;
        while (active > 0 && lengths[active - 1] <= step) {
            active--;
        }
        return active;
    }

    /** Puts the sequence's reconstruction, oldest flow first, into the workspace. */
    void reconstruct(int g, KernelSite site) {
        if (site != lastWritten) {
            site.output.ready(space.output);
            lastWritten = site;
        }
        kernel.multiply(
                lengths[g],
                space.decoded[g],
                space.shape.inner(),
                space.output.weight(),
                space.output.bias(),
                space.newestFirst[lengths[g]]);
    }
}
