// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.doctor;

import io.talon.dashboards.RivalTemplate;
import io.talon.dashboards.ServerVersion;
import io.talon.dashboards.Template;
import io.talon.dashboards.TemplateInstaller;
import io.talon.dashboards.TemplateState;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether an Elasticsearch is ready for Talon's documents.
 *
 * @param apiKey encoded; empty where security is off
 */
record ElasticsearchCheck(URI server, Optional<String> apiKey) implements Check {
    private static final String SUBJECT = "elasticsearch";

    @Override
    public List<Finding> look() throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        try {
            TemplateInstaller installer = new TemplateInstaller(server, apiKey);
            findings.add(version(installer.version()));
            findings.addAll(templates(installer.compare()));
            findings.addAll(rivals(installer.rivals()));
        } catch (IOException e) {
            findings.add(
                    Finding.fail(
                            SUBJECT,
                            e.getMessage(),
                            "Check the address and that it is up; with security on, put an API key"
                                    + " into TALON_ELASTICSEARCH_API_KEY."));
        }
        return findings;
    }

    private Finding version(ServerVersion version) {
        String reason = version + " at " + server;
        return version.isSupported()
                ? Finding.ok(SUBJECT, reason)
                : Finding.fail(
                        SUBJECT,
                        reason + "; supported: " + ServerVersion.SUPPORTED,
                        "Upgrade Elasticsearch.");
    }

    private static List<Finding> templates(Map<Template, TemplateState> states) {
        List<Finding> findings = new ArrayList<>();
        states.forEach(
                (template, state) -> {
                    if (state == TemplateState.MISSING) {
                        findings.add(
                                Finding.fail(
                                        "templates",
                                        template.name() + " is missing",
                                        "Install the templates (dashboards/README.md)."));
                    } else if (state == TemplateState.DIFFERENT) {
                        findings.add(
                                Finding.warn(
                                        "templates",
                                        template.name() + " is not as this version of Talon has it",
                                        "Install the templates (dashboards/README.md); fields of"
                                                + " your own belong into talon.custom."));
                    }
                });
        if (findings.isEmpty()) {
            findings.add(Finding.ok("templates", states.size() + " installed"));
        }
        return findings;
    }

    private static List<Finding> rivals(List<RivalTemplate> rivals) {
        return rivals.stream()
                .map(
                        rival ->
                                Finding.fail(
                                        "templates",
                                        "%s (%s, priority %d) takes the data streams of %s"
                                                .formatted(
                                                        rival.name(),
                                                        rival.pattern(),
                                                        rival.priority(),
                                                        rival.ours()),
                                        "Give it a narrower pattern or a lower priority."))
                .toList();
    }
}
