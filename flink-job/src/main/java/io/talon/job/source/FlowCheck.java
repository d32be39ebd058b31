// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.source;

import io.talon.ctalvae.feature.FeatureProfiles;
import io.talon.job.flow.FlowEvents;
import io.talon.job.flow.FlowView;
import io.talon.job.flow.SiteId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * Whether a decoded flow can be used: it may be well-formed Avro and still be nonsense, or an
 * attempt to reach another tenant's key or to push the clock ahead for everybody.
 */
final class FlowCheck {

    private static final Duration LONGEST = Duration.ofDays(3660);
    private static final int LONGEST_HOST = 255;
    private static final int LONGEST_UID = 255;
    private static final byte[] PROFILE =
            FeatureProfiles.ZEEK_CONN_V1.id().getBytes(StandardCharsets.UTF_8);

    /** Site names found right are remembered, up to so many. */
    private static final int REMEMBERED = 10_000;

    private final Duration futureSkew;
    private final Set<String> rightSites = new HashSet<>();

    /**
     * @param futureSkew how far ahead of the clock a flow may end
     */
    FlowCheck(Duration futureSkew) {
        this.futureSkew = futureSkew;
    }

    /** What is wrong with the flow, null if nothing. */
    String problem(FlowView flow, long nowMillis) {
        String site = siteProblem(flow);
        if (site != null) {
            return site;
        }
        if (!flow.hasProfile(PROFILE) && FeatureProfiles.byId(flow.profile()).isEmpty()) {
            return "feature profile '%s' is not known here, only %s"
                    .formatted(flow.profile(), FeatureProfiles.ids());
        }
        if (!flow.hasHosts(LONGEST_HOST)) {
            return "orig_h or resp_h is no address";
        }
        if (!flow.hasUid(LONGEST_UID)) {
            return "uid is empty or longer than %d".formatted(LONGEST_UID);
        }
        Long negative = flow.negativeCount();
        if (negative != null) {
            return "a count is %d".formatted(negative);
        }
        if (!isPort(flow.origP()) || !isPort(flow.respP())) {
            return "a port is not within 0 to 65535";
        }
        return timeProblem(flow, nowMillis);
    }

    private String siteProblem(FlowView flow) {
        String joined = flow.siteKey();
        if (rightSites.contains(joined)) {
            return null;
        }
        try {
            new SiteId(flow.tenant(), flow.site());
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
        if (rightSites.size() >= REMEMBERED) {
            rightSites.clear();
        }
        rightSites.add(joined);
        return null;
    }

    private String timeProblem(FlowView flow, long nowMillis) {
        Long duration = flow.durationMicros();
        if (duration != null && (duration < 0 || duration > LONGEST.toMillis() * 1000)) {
            return "duration of %d µs".formatted(duration);
        }
        if (flow.tsMicros() < 0) {
            return "ts %s is before 1970".formatted(FlowEvents.instant(flow.tsMicros()));
        }
        long latestMicros = (nowMillis + futureSkew.toMillis()) * 1000;
        if (flow.tsMicros() > latestMicros || flow.endMicros() > latestMicros) {
            return "begins %s and ends in the future, more than %s from now"
                    .formatted(FlowEvents.instant(flow.tsMicros()), futureSkew);
        }
        return null;
    }

    private static boolean isPort(int port) {
        return port >= 0 && port <= 65535;
    }
}
