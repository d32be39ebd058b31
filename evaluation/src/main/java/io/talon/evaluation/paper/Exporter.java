// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.paper;

import io.talon.ctalvae.feature.Feature;
import io.talon.ctalvae.feature.FeatureProfile;
import io.talon.ctalvae.feature.FeatureProfiles;
import io.talon.evaluation.protocol.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What made a CSV file of flows, and what its columns are for. */
public enum Exporter {
    /** Argus, as WUSTL-IIoT-2021. */
    ARGUS("StartTime", "DstAddr", "Target", "Traffic", null, FeatureProfiles.ARGUS_V1),
    /** CICFlowMeter, as ACI-IoT-2023. */
    CICFLOWMETER(
            "Timestamp", "Dst IP", "Label", "Label", "Idle Mean", FeatureProfiles.CICFLOWMETER_V1),
    /** CICFlowMeter without ports. */
    CICFLOWMETER_NO_PORTS(
            "Timestamp",
            "Dst IP",
            "Label",
            "Label",
            "Idle Mean",
            FeatureProfiles.CICFLOWMETER_NO_PORTS_V1);

    /** What must never be a feature, of any exporter. */
    private static final Set<String> FORBIDDEN =
            Set.of(
                    "Traffic",
                    "Target",
                    "Label",
                    "StartTime",
                    "LastTime",
                    "SrcAddr",
                    "DstAddr",
                    "sIpId",
                    "dIpId",
                    "IdleTime",
                    "Flow ID",
                    "Src IP",
                    "Dst IP",
                    "Timestamp",
                    "Idle Mean",
                    "Idle Max",
                    "Idle Min");

    private final String time;
    private final String destination;
    private final String label;
    private final String family;
    private final String clock;
    private final FeatureProfile profile;

    Exporter(
            String time,
            String destination,
            String label,
            String family,
            String clock,
            FeatureProfile profile) {
        this.time = time;
        this.destination = destination;
        this.label = label;
        this.family = family;
        this.clock = clock;
        this.profile = profile;
    }

    /** Columns that never enter: labels, clocks, addresses, ids. */
    public static Set<String> forbidden() {
        return FORBIDDEN;
    }

    /** Column of the start. */
    String time() {
        return time;
    }

    /** Column of the responder's address. */
    String destination() {
        return destination;
    }

    /** Column that says attack or not. */
    String label() {
        return label;
    }

    /** Column of the attack's name. */
    String family() {
        return family;
    }

    /** Column with an absolute time in µs that tells how dates are to be read; null without. */
    String clock() {
        return clock;
    }

    /**
     * The features.
     *
     * @throws IllegalStateException if a label, a clock or an address is among them
     */
    public FeatureProfile profile() {
        for (Feature feature : profile.features()) {
            if (FORBIDDEN.contains(feature.name())) {
                throw new IllegalStateException(
                        feature.name() + " is a label, a clock or an address: no feature");
            }
        }
        return profile;
    }

    /** Columns that a file must have: features (the gap is computed), time, destination, label. */
    List<String> columns() {
        List<String> columns = new ArrayList<>(List.of(time, destination, label));
        profile.features().stream()
                .map(Feature::name)
                .filter(n -> !n.equals("gap"))
                .forEach(columns::add);
        return columns;
    }

    /** What a value of the label column says. */
    Kind kind(String value) {
        return switch (value.strip().toLowerCase(Locale.ROOT)) {
            case "0", "benign", "normal" -> Kind.BENIGN;
            case "" -> Kind.UNLABELLED;
            default -> Kind.MALICIOUS;
        };
    }
}
