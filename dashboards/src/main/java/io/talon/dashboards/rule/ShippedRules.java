// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The detection rules that come with Talon. */
public final class ShippedRules {
    /** Where the packed file lies among this module's resources, for {@link Class#getResource}. */
    static final String RESOURCE = "rules.ndjson";

    private ShippedRules() {}

    /**
     * All of them.
     *
     * @param tenant whose data streams they search; empty for all that the reader may
     */
    public static List<DetectionRule> all(Optional<String> tenant) {
        try (InputStream in = ShippedRules.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(
                        "resource " + RESOURCE + " is missing: run talon kibana pack, then build");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return RuleFile.parse(text).stream()
                    .map(rule -> tenant.map(rule::forTenant).orElse(rule))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("unreadable resource " + RESOURCE, e);
        }
    }
}
