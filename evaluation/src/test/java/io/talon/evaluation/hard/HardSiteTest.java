// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.hard;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.ctalvae.feature.FeatureProfiles;
import io.talon.evaluation.protocol.Capture;
import io.talon.evaluation.protocol.Flow;
import io.talon.evaluation.protocol.Kind;
import io.talon.evaluation.protocol.Plan;
import io.talon.evaluation.protocol.Split;
import io.talon.simulator.site.SiteKind;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HardSiteTest {
    /**
     * Features that look back or that an event moves on purpose; a copy takes a time of its own, or
     * an equal duration to the microsecond would give it away.
     */
    private static final Set<String> CHANGED =
            Set.of("gap", "gap_change", "resp_ports", "failed_share", "duration", "rate");

    private static final Map<SiteKind, HardSite> SITES = new EnumMap<>(SiteKind.class);

    @ParameterizedTest
    @EnumSource(Event.class)
    void canBeMeasuredOn(Event event) {
        Capture site = site(event).with(event);

        Split split = Split.of(site, Plan.HARD.cut(), Integer.MAX_VALUE);

        assertThat(split.adaptMalicious()).hasSizeGreaterThanOrEqualTo(20);
        assertThat(Arrays.stream(split.test()).mapToObj(i -> site.flows().get(i).family()))
                .contains(event.label());
    }

    /**
     * No single attack flow is like nothing at the site: each feature takes a value that benign
     * flows take.
     */
    @ParameterizedTest
    @EnumSource(
            value = Event.class,
            names = {
                "EXFILTRATION_IN_BACKUP",
                "BEACON_WITH_JITTER",
                "LATERAL_MOVEMENT",
                "GUESSING_AT_HUMAN_PACE",
                "MODBUS_OUT_OF_ORDER"
            })
    void everyAttackFlowIsACopyOfABenignOneInWhatDoesNotLookBack(Event event) {
        Capture site = site(event).with(event);
        Set<List<Float>> benign = vectors(site, Kind.BENIGN);

        assertThat(benign).containsAll(vectors(site, Kind.MALICIOUS));
    }

    @Test
    void sameSeedGivesTheSameFlows() {
        Event event = Event.SLOW_SCAN;
        List<List<String>> uids = uids(HardSite.of(event.kind(), 6).with(event));

        assertThat(uids(HardSite.of(event.kind(), 6).with(event))).isEqualTo(uids);
        assertThat(uids(HardSite.of(event.kind(), 7).with(event))).isNotEqualTo(uids);
    }

    private static HardSite site(Event event) {
        return SITES.computeIfAbsent(event.kind(), kind -> HardSite.of(kind, 5));
    }

    private static List<List<String>> uids(Capture site) {
        return site.flows().stream().map(f -> f.sequence().uids()).toList();
    }

    private static Set<List<Float>> vectors(Capture site, Kind kind) {
        return site.flows().stream()
                .filter(f -> f.kind() == kind)
                .map(HardSiteTest::ownFeatures)
                .collect(Collectors.toSet());
    }

    private static List<Float> ownFeatures(Flow flow) {
        int last = flow.sequence().length() - 1;
        return IntStream.range(0, flow.sequence().width())
                .filter(
                        f ->
                                !CHANGED.contains(
                                        FeatureProfiles.ZEEK_CONN_V1.features().get(f).name()))
                .mapToObj(f -> flow.sequence().value(last, f))
                .toList();
    }
}
