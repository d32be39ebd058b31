// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Installs what Talon needs in an Elasticsearch, 8.19 or 9.x, without asking: for the demo, and for
 * a job that starts. {@link Installer} shows first what it would do. Thread-safe.
 */
public final class TemplateInstaller {
    private final Installer installer;

    /**
     * @param elasticsearch for example {@code http://127.0.0.1:9200}
     * @param apiKey encoded, as Elasticsearch gave it; empty where security is off
     */
    public TemplateInstaller(URI elasticsearch, Optional<String> apiKey) {
        this.installer =
                new Installer(
                        elasticsearch,
                        apiKey.map(Credentials::apiKey).orElseGet(Credentials::none));
    }

    /**
     * Installs what is missing or outdated; what somebody changed stays.
     *
     * @return what was done, in order
     * @throws IOException if the server cannot be reached, is of a version that Talon does not
     *     support, or something stands in the way; says what and how to mend it
     */
    public List<InstalledAsset> install() throws IOException, InterruptedException {
        InstallPlan plan = installer.plan(false);
        List<Finding> errors =
                plan.findings().stream().filter(f -> f.level() == Finding.Level.ERROR).toList();
        if (!errors.isEmpty()) {
            throw new IOException(
                    errors.stream().map(Finding::toString).collect(Collectors.joining(" ")));
        }
        return installer.apply(plan, false);
    }
}
