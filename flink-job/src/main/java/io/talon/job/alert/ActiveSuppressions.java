// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.alert;

import io.talon.anomaly.v1.Anomaly;
import io.talon.control.v1.Suppression;
import io.talon.job.control.SuppressionRule;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The suppressions of every tenant, taken apart once and not at each anomaly. Not thread-safe. */
final class ActiveSuppressions {

    private final Map<String, TreeMap<String, SuppressionRule>> byTenant = new HashMap<>();

    /** Adds one, in place of an older version of it. */
    void put(Suppression suppression) {
        byTenant.computeIfAbsent(
                        suppression.getTenant(), t -> new TreeMap<>(Comparator.naturalOrder()))
                .put(suppression.getId(), SuppressionRule.of(suppression));
    }

    /** What suppresses the anomaly; of several the first by id. */
    Optional<Suppression> of(Anomaly anomaly) {
        TreeMap<String, SuppressionRule> rules = byTenant.get(anomaly.getScore().getTenant());
        return (rules == null ? List.<SuppressionRule>of() : rules.values())
                .stream()
                        .filter(r -> r.matches(anomaly.getFlow(), anomaly.getSequenceEnd()))
                        .findFirst()
                        .map(SuppressionRule::suppression);
    }
}
