// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.online;

import io.talon.ctalvae.calibrate.Calibration;
import io.talon.ctalvae.calibrate.Curve;
import io.talon.ctalvae.calibrate.RobustStatistics;
import io.talon.ctalvae.calibrate.TailProbability;
import io.talon.ctalvae.model.Normaliser;
import io.talon.ctalvae.sequence.Sequence;
import java.util.Collection;

/** Calibrations and statistics that follow a site on a leash. */
final class Followed {
    private Followed() {}

    /** The calibration as if all fused errors were larger by a factor; its p-threshold stays. */
    static Calibration scaled(Calibration approved, double factor) {
        TailProbability tail = approved.probability();
        float[] x = tail.body().x().clone();
        for (int i = 0; i < x.length; i++) {
            x[i] *= (float) factor;
        }
        Curve body = new Curve(x, tail.body().y());
        return new Calibration(
                approved.fusion(),
                new TailProbability(body, tail.shape(), tail.scale() * factor),
                approved.threshold());
    }

    /**
     * Statistics part of the way from the present ones to those of recent flows, no median further
     * from the approved one than the reach and no scale above the reach's multiple of it.
     */
    static Normaliser towards(
            Normaliser present,
            Normaliser approved,
            Collection<Sequence> recent,
            OnlineOptions options) {
        Normaliser wanted = RobustStatistics.of(recent);
        int width = present.width();
        float[] median = new float[width];
        float[] scale = new float[width];
        for (int f = 0; f < width; f++) {
            double reach = options.normaliserReach() * approved.scale()[f];
            double m = step(present.median()[f], wanted.median()[f], options.normaliserRate());
            double s = step(present.scale()[f], wanted.scale()[f], options.normaliserRate());
            double from = approved.median()[f];
            median[f] = (float) Math.max(from - reach, Math.min(from + reach, m));
            scale[f] = (float) Math.max(approved.scale()[f] / 2, Math.min(reach, s));
        }
        return new Normaliser(median, scale, present.ranges());
    }

    private static double step(double from, double to, double rate) {
        return from + rate * (to - from);
    }
}
