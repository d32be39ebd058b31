// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.feature;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The feature profiles this version knows. A new exporter is added here. */
public final class FeatureProfiles {
    /** Zeek's conn.log, the default. */
    public static final FeatureProfile ZEEK_CONN_V1 = ZeekConnV1.PROFILE;

    /** Argus flows as in WUSTL-IIoT-2021, 41 features. */
    public static final FeatureProfile ARGUS_V1 = ExportedColumns.ARGUS_V1;

    /** CICFlowMeter flows as in ACI-IoT-2023, 78 features. */
    public static final FeatureProfile CICFLOWMETER_V1 = ExportedColumns.CICFLOWMETER_V1;

    /** {@link #CICFLOWMETER_V1} without ports, 76 features. */
    public static final FeatureProfile CICFLOWMETER_NO_PORTS_V1 =
            ExportedColumns.CICFLOWMETER_NO_PORTS_V1;

    private static final Map<String, FeatureProfile> BY_ID =
            Stream.of(ZEEK_CONN_V1, ARGUS_V1, CICFLOWMETER_V1, CICFLOWMETER_NO_PORTS_V1)
                    .collect(Collectors.toUnmodifiableMap(FeatureProfile::id, p -> p));

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
