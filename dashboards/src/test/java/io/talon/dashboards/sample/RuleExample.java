// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.sample;

import java.util.List;
import java.util.Set;

/**
 * What a rule is tried on.
 *
 * @param tenant whose data streams hold nothing else
 * @param documents some that the rule is for, and some that are nearly so
 * @param alerts what the rule must find: ids of documents, or the values of its groups joined by
 *     {@code |}
 */
public record RuleExample(String tenant, List<SampleDocument> documents, Set<String> alerts) {
    public RuleExample {
        documents = List.copyOf(documents);
        alerts = Set.copyOf(alerts);
    }
}
