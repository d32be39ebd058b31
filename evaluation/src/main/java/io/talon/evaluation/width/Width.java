// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.width;

import io.talon.ctalvae.feature.FeatureProfile;
import io.talon.ctalvae.feature.FeatureProfiles;
import io.talon.ctalvae.sequence.Sequence;
import io.talon.evaluation.protocol.Capture;
import io.talon.evaluation.protocol.Flow;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Which features of an exporter are used. */
public enum Width {
    /** 23 that Zeek, Argus and CICFlowMeter all give. */
    SHARED("23 shared") {
        @Override
        int[] kept(FeatureProfile profile) {
            return IntStream.range(0, 23).toArray();
        }
    },
    /** Those without the two of the port. */
    SHARED_NO_PORTS("21 shared, no ports") {
        @Override
        int[] kept(FeatureProfile profile) {
            return IntStream.range(0, 21).toArray();
        }
    },
    /** All that the exporter gives. */
    OWN("all of its own") {
        @Override
        int[] kept(FeatureProfile profile) {
            return IntStream.range(0, profile.width()).toArray();
        }
    },
    /** All but what tells the port. */
    OWN_NO_PORTS("all of its own, no ports") {
        @Override
        int[] kept(FeatureProfile profile) {
            return IntStream.range(0, profile.width())
                    .filter(f -> !PORTS.contains(profile.features().get(f).name()))
                    .toArray();
        }
    };

    private static final Set<String> PORTS =
            Set.of("port.system", "port.registered", "Sport", "Dport", "Src Port", "Dst Port");

    private final String label;

    Width(String label) {
        this.label = label;
    }

    /** As tables call it. */
    public String label() {
        return label;
    }

    /** Indices among the shared features or among the profile's. */
    abstract int[] kept(FeatureProfile profile);

    private boolean isShared() {
        return this == SHARED || this == SHARED_NO_PORTS;
    }

    /** How many features of a capture it uses. */
    public int of(Capture capture) {
        return kept(profile(capture)).length;
    }

    private static FeatureProfile profile(Capture capture) {
        String id = capture.flows().get(0).sequence().profile();
        return FeatureProfiles.byId(id)
                .orElseThrow(() -> new IllegalArgumentException("no feature profile " + id));
    }

    /** The capture with these features only. */
    public Capture applied(Capture capture) {
        FeatureProfile profile = profile(capture);
        int[] kept = kept(profile);
        List<Flow> flows =
                capture.flows().stream()
                        .map(
                                f ->
                                        new Flow(
                                                f.destination(),
                                                f.endMicros(),
                                                f.kind(),
                                                f.family(),
                                                applied(f.sequence(), profile, kept)))
                        .toList();
        return new Capture(capture.name() + " (" + label + ")", flows);
    }

    private Sequence applied(Sequence sequence, FeatureProfile profile, int[] kept) {
        float[] values = new float[sequence.length() * kept.length];
        for (int t = 0; t < sequence.length(); t++) {
            int step = t;
            float[] row = isShared() ? Basics.of(profile, sequence, t).shared() : new float[0];
            double[] wanted =
                    Arrays.stream(kept)
                            .mapToDouble(f -> isShared() ? row[f] : sequence.value(step, f))
                            .toArray();
            for (int f = 0; f < kept.length; f++) {
                values[t * kept.length + f] = (float) wanted[f];
            }
        }
        return new Sequence(
                label,
                kept.length,
                values,
                sequence.uids(),
                sequence.startMicros(),
                sequence.endMicros());
    }
}
