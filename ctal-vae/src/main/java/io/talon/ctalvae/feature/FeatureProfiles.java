// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.feature;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The feature profiles this version knows. A new exporter is added here. */
public final class FeatureProfiles {
    /** Zeek's conn.log, the default. */
    public static final FeatureProfile ZEEK_CONN_V1 = ZeekConnV1.PROFILE;

    private static final Map<String, FeatureProfile> BY_ID =
            Map.of(ZEEK_CONN_V1.id(), ZEEK_CONN_V1);

    private FeatureProfiles() {}

    /** The profile with this id, or empty if this version does not know it. */
    public static Optional<FeatureProfile> byId(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /** Ids of all profiles, in alphabetical order. */
    public static List<String> ids() {
        return BY_ID.keySet().stream().sorted().toList();
    }
}
