// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.control;

import io.talon.control.v1.Suppression;
import io.talon.flow.v1.FlowEvent;
import io.talon.job.flow.FlowDirection;
import io.talon.job.flow.IpAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Whether a suppression applies to the flow that ends an anomalous sequence. Immutable. */
public final class SuppressionRule {

    private static final Set<String> DIRECTIONS =
            Set.of("inbound", "outbound", "internal", "external");
    private static final int LAST_PORT = 65_535;

    private final Suppression suppression;
    private final Cidr source;
    private final Cidr destination;

    private SuppressionRule(Suppression suppression, Cidr source, Cidr destination) {
        this.suppression = suppression;
        this.source = source;
        this.destination = destination;
    }

    /**
     * The rule.
     *
     * @throws IllegalArgumentException names the condition that is none
     */
    public static SuppressionRule of(Suppression suppression) {
        if (suppression.getOwner().isBlank() || suppression.getReason().isBlank()) {
            throw new IllegalArgumentException("a suppression needs an owner and a reason");
        }
        Integer port = suppression.getDestinationPort();
        if (port != null && (port < 0 || port > LAST_PORT)) {
            throw new IllegalArgumentException(
                    "destination_port %d is not between 0 and %d".formatted(port, LAST_PORT));
        }
        String direction = suppression.getDirection();
        if (direction != null && !DIRECTIONS.contains(direction)) {
            throw new IllegalArgumentException(
                    "direction '%s' is none of %s".formatted(direction, DIRECTIONS));
        }
        return new SuppressionRule(
                suppression,
                net("source_cidr", suppression.getSourceCidr()),
                net("destination_cidr", suppression.getDestinationCidr()));
    }

    private static Cidr net(String field, String text) {
        return text == null
                ? null
                : Cidr.parse(text)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "%s '%s' is no net such as 10.0.0.0/8"
                                                        .formatted(field, text)));
    }

    /** What it was made of. */
    public Suppression suppression() {
        return suppression;
    }

    /**
     * Whether it applies.
     *
     * @param at event time of the anomaly: a suppression that had not expired then still holds when
     *     the flow is read later
     */
    public boolean matches(FlowEvent flow, Instant at) {
        return !suppression.getWithdrawn()
                && (suppression.getExpires() == null || at.isBefore(suppression.getExpires()))
                && suppression.getTenant().equals(flow.getTenant())
                && (suppression.getSite() == null || suppression.getSite().equals(flow.getSite()))
                && within(source, flow.getOrigH())
                && within(destination, flow.getRespH())
                && (suppression.getDestinationPort() == null
                        || suppression.getDestinationPort() == flow.getRespP())
                && (suppression.getTransport() == null
                        || suppression.getTransport().equalsIgnoreCase(flow.getProto()))
                && (suppression.getDirection() == null
                        || suppression.getDirection().equals(FlowDirection.of(flow)));
    }

    private static boolean within(Cidr net, String address) {
        if (net == null) {
            return true;
        }
        Optional<IpAddress> parsed = IpAddress.parse(address);
        return parsed.isPresent() && net.contains(parsed.get());
    }
}
