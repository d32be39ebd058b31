// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.check;

import io.talon.ctalvae.feature.Feature;
import io.talon.ctalvae.feature.FeatureProfile;
import io.talon.ctalvae.sequence.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The values of the flows that are declared benign. */
final class BenignFlows {
    private final FeatureProfile profile;
    private final List<Sequence> benign;

    BenignFlows(FeatureProfile profile, List<Sequence> benign) {
        this.profile = profile;
        this.benign = benign;
    }

    /** What the values of single features say; flags are constant at most sites and say nothing. */
    List<Finding> findings() {
        List<Feature> infinite = new ArrayList<>();
        List<Feature> missing = new ArrayList<>();
        List<Feature> constant = new ArrayList<>();
        int varying = 0;
        for (int f = 0; f < profile.width(); f++) {
            Feature feature = profile.features().get(f);
            switch (kind(f)) {
                case INFINITE -> infinite.add(feature);
                case MISSING -> missing.add(feature);
                case CONSTANT -> constant.add(feature);
                case VARYING -> varying++;
            }
        }
        List<Finding> findings = new ArrayList<>();
        if (!infinite.isEmpty()) {
            findings.add(
                    Finding.refusal(
                            "benign flows have infinite values in %s: the exporter divides by zero."
                                    + " Repair or drop those flows",
                            names(infinite)));
        }
        if (!missing.isEmpty()) {
            findings.add(
                    Finding.warning(
                            "no benign flow has a value of %s: what they say of an attack goes"
                                    + " unseen at this site. Check that the log carries them",
                            names(missing)));
        }
        if (varying == 0 && !benign.isEmpty()) {
            findings.add(
                    Finding.refusal(
                            "all %d benign flows are alike in every feature: nothing can be learnt"
                                    + " from them. Give flows of a whole day",
                            benign.size()));
        } else {
            constant.removeIf(feature -> feature.scale() != Feature.Scale.LOG1P);
            constant.removeIf(feature -> feature.name().startsWith("history."));
            if (!constant.isEmpty()) {
                findings.add(
                        Finding.warning(
                                "%s never change in the benign flows: the smallest change will look"
                                        + " strange. Give flows of more hosts or of a longer time",
                                names(constant)));
            }
        }
        return findings;
    }

    private enum Values {
        INFINITE,
        MISSING,
        CONSTANT,
        VARYING
    }

    private Values kind(int feature) {
        float first = Float.NaN;
        boolean varies = false;
        for (Sequence sequence : benign) {
            float value = sequence.value(sequence.length() - 1, feature);
            if (Float.isInfinite(value)) {
                return Values.INFINITE;
            }
            if (Float.isNaN(first)) {
                first = value;
            } else if (!Float.isNaN(value) && value != first) {
                varies = true;
            }
        }
        return Float.isNaN(first) ? Values.MISSING : varies ? Values.VARYING : Values.CONSTANT;
    }

    private static String names(List<Feature> features) {
        return features.stream().map(Feature::name).collect(Collectors.joining(", "));
    }
}
