// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.source;

import io.talon.ctalvae.feature.FeatureProfiles;
import io.talon.flow.v1.FlowEvent;
import io.talon.job.flow.FlowEvents;
import io.talon.job.flow.SiteId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a decoded flow can be used: it may be well-formed Avro and still be nonsense, or an
 * attempt to reach another tenant's key or to push the clock ahead for everybody.
 */
final class FlowCheck {

    private static final Duration LONGEST = Duration.ofDays(3660);
    private static final int LONGEST_HOST = 255;
    private static final int LONGEST_UID = 255;

    private final Duration futureSkew;

    /**
     * @param futureSkew how far ahead of the clock a flow may end
     */
    FlowCheck(Duration futureSkew) {
        this.futureSkew = futureSkew;
    }

    /** What is wrong with the flow, empty if nothing. */
    Optional<String> problem(FlowEvent flow, long nowMillis) {
        try {
            new SiteId(flow.getTenant(), flow.getSite());
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
        if (FeatureProfiles.byId(flow.getProfile()).isEmpty()) {
            return Optional.of(
                    "feature profile '%s' is not known here, only %s"
                            .formatted(flow.getProfile(), FeatureProfiles.ids()));
        }
        if (!isHost(flow.getOrigH()) || !isHost(flow.getRespH())) {
            return Optional.of("orig_h or resp_h is no address");
        }
        if (flow.getUid().isEmpty() || flow.getUid().length() > LONGEST_UID) {
            return Optional.of("uid is empty or longer than %d".formatted(LONGEST_UID));
        }
        Optional<String> negative = negative(flow);
        return negative.isPresent() ? negative : time(flow, nowMillis);
    }

    private Optional<String> time(FlowEvent flow, long nowMillis) {
        Long duration = flow.getDurationMicros();
        if (duration != null && (duration < 0 || duration > LONGEST.toMillis() * 1000)) {
            return Optional.of("duration of %d µs".formatted(duration));
        }
        if (flow.getTs().isBefore(Instant.EPOCH)) {
            return Optional.of("ts %s is before 1970".formatted(flow.getTs()));
        }
        Instant latest = Instant.ofEpochMilli(nowMillis).plus(futureSkew);
        if (flow.getTs().isAfter(latest) || FlowEvents.endMillis(flow) > latest.toEpochMilli()) {
            return Optional.of(
                    "begins %s and ends in the future, more than %s from now"
                            .formatted(flow.getTs(), futureSkew));
        }
        return Optional.empty();
    }

    private static Optional<String> negative(FlowEvent flow) {
        Long[] counts = {
            flow.getOrigBytes(), flow.getRespBytes(),
            flow.getOrigPkts(), flow.getRespPkts(),
            flow.getOrigIpBytes(), flow.getRespIpBytes(),
            flow.getMissedBytes()
        };
        for (Long count : counts) {
            if (count != null && count < 0) {
                return Optional.of("a count is %d".formatted(count));
            }
        }
        if (!isPort(flow.getOrigP()) || !isPort(flow.getRespP())) {
            return Optional.of("a port is not within 0 to 65535");
        }
        return Optional.empty();
    }

    private static boolean isPort(int port) {
        return port >= 0 && port <= 65535;
    }

    private static boolean isHost(String host) {
        return !host.isEmpty() && host.length() <= LONGEST_HOST && host.indexOf('|') < 0;
    }
}
