// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.question;

import io.talon.ctalvae.train.Adaptation;
import io.talon.ctalvae.train.NormalisedSequences;
import io.talon.ctalvae.train.NormalisedTriplets;
import io.talon.ctalvae.train.Pretraining;
import io.talon.ctalvae.train.TrainingProgress;
import io.talon.evaluation.protocol.Row;
import io.talon.evaluation.protocol.Trial;
import java.util.ArrayList;
import java.util.List;

/** CTAL-VAE with one choice of adaptors. */
public final class AdaptorRow extends NetworkRow {
    /** Whose core, and whether it moves. */
    private enum CoreUse {
        FROZEN("core frozen"),
        THAWED("core moves too"),
        SCRATCH("core from scratch on the target");

        private final String label;

        CoreUse(String label) {
            this.label = label;
        }
    }

    private final Networks networks;
    private final AdaptorForm form;
    private final AdaptorStart start;
    private final CoreUse core;

    private AdaptorRow(Networks networks, AdaptorForm form, AdaptorStart start, CoreUse core) {
        this.networks = networks;
        this.form = form;
        this.start = start;
        this.core = core;
    }

    /** One change at a time from the default, and the default. */
    public static List<Row> all(Networks networks) {
        List<Row> rows = new ArrayList<>();
        rows.add(new AdaptorRow(networks, null, AdaptorStart.SOURCE, CoreUse.FROZEN));
        for (AdaptorForm form : AdaptorForm.values()) {
            rows.add(new AdaptorRow(networks, form, AdaptorStart.SOURCE, CoreUse.FROZEN));
        }
        for (AdaptorStart start : AdaptorStart.values()) {
            if (start != AdaptorStart.SOURCE) {
                rows.add(new AdaptorRow(networks, AdaptorForm.BOTH, start, CoreUse.FROZEN));
            }
        }
        rows.add(new AdaptorRow(networks, AdaptorForm.BOTH, AdaptorStart.SOURCE, CoreUse.THAWED));
        rows.add(new AdaptorRow(networks, AdaptorForm.BOTH, AdaptorStart.SOURCE, CoreUse.SCRATCH));
        return rows;
    }

    /** Name of the default's row. */
    public static String usual() {
        return AdaptorForm.BOTH.label() + ", " + AdaptorStart.SOURCE.label() + ", core frozen";
    }

    @Override
    public String detector() {
        return (form == null ? "no adaptation" : form.label()) + ", " + start.label();
    }

    @Override
    public String material() {
        return core.label;
    }

    @Override
    Network network(Trial trial) {
        Network from = core == CoreUse.SCRATCH ? networks.scratch(trial) : networks.source(trial);
        if (form == null) {
            return from;
        }
        Network begun = start == AdaptorStart.SOURCE ? from : from.with(start.of(networks, trial));
        Selected shots = Selected.of(trial.shots());
        Adaptation adaptation =
                new Adaptation(networks.options(trial, shots), TrainingProgress.SILENT, form);
        NormalisedSequences benign =
                begun.normalised(Network.sequences(trial.target(), trial.split().fit()));
        NormalisedTriplets triplets = begun.triplets(trial.target(), shots);
        if (core == CoreUse.THAWED) {
            Pretraining.Result moved =
                    adaptation.adaptWithCore(begun.core(), begun.adaptor(), benign, triplets);
            return new Network(moved.core(), moved.adaptor(), begun.site());
        }
        return begun.with(adaptation.adapt(begun.core(), begun.adaptor(), benign, triplets));
    }
}
