// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.protocol;

import io.talon.evaluation.detector.Detector;
import io.talon.evaluation.detector.SiteStatistics;
import io.talon.evaluation.detector.Trivial;
import java.util.OptionalDouble;

/**
 * A simple detector on some material.
 *
 * @param fitted the detector
 * @param on what it is fitted on
 */
public record DetectorRow(Detector fitted, Material on) implements Row {

    @Override
    public String detector() {
        return fitted.label();
    }

    @Override
    public String material() {
        return on.label();
    }

    @Override
    public boolean usesShots() {
        return on == Material.SHOTS;
    }

    @Override
    public boolean isSeeded() {
        return fitted.isSeeded();
    }

    @Override
    public int[] calibration(Split split) {
        return on == Material.DECLARED ? split.hold() : split.declared();
    }

    @Override
    public ThresholdRule rule() {
        return on == Material.DECLARED ? ThresholdRule.BETWEEN : ThresholdRule.QUANTILE;
    }

    @Override
    public Scores scores(Trial trial) {
        float[][] benign =
                switch (on) {
                    case SOURCE -> trial.source().windows(trial.source().indices(Kind.BENIGN));
                    case SHOTS -> trial.target().windows(trial.shots().benign());
                    case DECLARED -> trial.target().windows(trial.split().fit());
                    case ORACLE -> trial.target().windows(trial.target().indices(Kind.BENIGN));
                };
        if (benign.length > 0 && benign[0].length != trial.target().windows()[0].length) {
            throw new UnsupportedOperationException(
                    "source and target have different features: nothing can be scored as it comes");
        }
        if (benign.length < 2) {
            throw new UnsupportedOperationException("two benign flows are needed to fit anything");
        }
        double[] scores =
                fitted.fit(SiteStatistics.of(benign), benign, trial.seed())
                        .score(trial.target().windows(trial.scored()));
        return fitted == Trivial.ALL_ANOMALOUS
                ? new Scores(scores, OptionalDouble.of(0))
                : Scores.of(scores);
    }
}
