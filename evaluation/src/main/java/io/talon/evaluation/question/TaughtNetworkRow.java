// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.question;

import io.talon.evaluation.protocol.Trial;

/** CTAL-VAE of the source, taught with k triplets, with the fused score. */
public final class TaughtNetworkRow extends NetworkRow {
    private final Networks networks;

    public TaughtNetworkRow(Networks networks) {
        this.networks = networks;
    }

    @Override
    public String detector() {
        return "CTAL-VAE";
    }

    @Override
    public String material() {
        return "k shots";
    }

    @Override
    Network network(Trial trial) {
        return networks.taught(trial);
    }
}
