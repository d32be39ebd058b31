// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.question;

import io.talon.ctalvae.calibrate.RobustStatistics;
import io.talon.ctalvae.model.Adaptor;
import io.talon.ctalvae.model.Core;
import io.talon.ctalvae.model.Normaliser;
import io.talon.ctalvae.sequence.Sequence;
import io.talon.ctalvae.train.NormalisedSequences;
import io.talon.ctalvae.train.NormalisedTriplets;
import io.talon.ctalvae.train.Pretraining;
import io.talon.ctalvae.train.TrainingOptions;
import io.talon.ctalvae.train.TrainingProgress;
import io.talon.evaluation.protocol.Capture;
import java.util.Arrays;
import java.util.List;

/**
 * A core with adaptors and the statistics that its input is normalised with.
 *
 * @param core shared weights
 * @param adaptor of a site
 * @param site statistics of the site
 */
public record Network(Core core, Adaptor adaptor, Normaliser site) {

    /** Pretrains a network on benign flows of a capture, in their own statistics. */
    public static Network pretrained(Capture capture, int[] flows, TrainingOptions options) {
        List<Sequence> benign = sequences(capture, flows);
        Normaliser site = RobustStatistics.of(benign);
        Pretraining.Result result =
                new Pretraining(options, TrainingProgress.SILENT)
                        .train(new NormalisedSequences(site.width()).add(benign, site));
        return new Network(result.core(), result.adaptor(), site);
    }

    /** The same weights under another site's statistics. */
    public Network at(Normaliser other) {
        return new Network(core, adaptor, other);
    }

    /** The same core with other adaptors. */
    public Network with(Adaptor other) {
        return new Network(core, other, site);
    }

    NormalisedSequences normalised(List<Sequence> sequences) {
        return new NormalisedSequences(site.width()).add(sequences, site);
    }

    NormalisedTriplets triplets(Capture target, Selected chosen) {
        NormalisedTriplets triplets = new NormalisedTriplets(site);
        for (int i = 0; i < chosen.anchors().length; i++) {
            triplets.add(
                    sequence(target, chosen.anchors(), i),
                    sequence(target, chosen.positives(), i),
                    sequence(target, chosen.negatives(), i));
        }
        return triplets;
    }

    private static Sequence sequence(Capture capture, int[] flows, int i) {
        return i < flows.length ? capture.flows().get(flows[i]).sequence() : null;
    }

    static List<Sequence> sequences(Capture capture, int[] flows) {
        return Arrays.stream(flows).mapToObj(i -> capture.flows().get(i).sequence()).toList();
    }
}
