// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.doctor;

import io.talon.dashboards.Credentials;
import io.talon.local.part.Artefacts;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code talon doctor}: all checks that apply. */
public final class Doctor {
    private final List<Check> checks = new ArrayList<>();

    /** Looks at this machine and at what was built in Talon's folder. */
    public Doctor(Path home) {
        checks.addAll(MachineChecks.all(home));
        checks.addAll(ArtefactChecks.all(new Artefacts(home)));
    }

    /** Looks at an Elasticsearch, too. */
    public Doctor elasticsearch(URI server, Credentials credentials) {
        checks.add(new ElasticsearchCheck(server, credentials));
        return this;
    }

    /** Looks at a Kafka cluster, too. */
    public Doctor kafka(String bootstrap) {
        checks.add(new KafkaCheck(bootstrap));
        return this;
    }

    /** Looks at a schema registry, too. */
    public Doctor registry(URI registry) {
        checks.add(new RegistryCheck(registry));
        return this;
    }

    /** What all checks found, in order. */
    public List<Finding> look() throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        for (Check check : checks) {
            findings.addAll(check.look());
        }
        return findings;
    }
}
