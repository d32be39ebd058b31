// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.doctor;

import io.talon.dashboards.Checkup;
import io.talon.dashboards.Credentials;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/** Whether an Elasticsearch is ready for Talon's documents. */
record ElasticsearchCheck(URI server, Credentials credentials) implements Check {
    private static final String SUBJECT = "elasticsearch";

    @Override
    public List<Finding> look() throws InterruptedException {
        try {
            List<Finding> findings =
                    new Checkup(server, credentials)
                            .run().stream().map(ElasticsearchCheck::finding).toList();
            return findings.isEmpty()
                    ? List.of(Finding.ok(SUBJECT, "all is in place at " + server))
                    : findings;
        } catch (IOException e) {
            return List.of(
                    Finding.fail(
                            SUBJECT,
                            e.getMessage(),
                            "Check the address and that it is up; with security on, put an API key"
                                    + " into TALON_ELASTICSEARCH_API_KEY or name a user; with a"
                                    + " certificate of your own, name its authority."));
        }
    }

    private static Finding finding(io.talon.dashboards.Finding found) {
        return found.level() == io.talon.dashboards.Finding.Level.ERROR
                ? Finding.fail(SUBJECT, found.what(), found.remedy())
                : Finding.warn(SUBJECT, found.what(), found.remedy());
    }
}
