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

    /**
     * Looks at a Kafka cluster, too, and at how far the job is behind in it.
     *
     * @param group under which the job reads
     */
    public Doctor kafka(String bootstrap, String group) {
        checks.add(new KafkaCheck(bootstrap, group));
        return this;
    }

    /** Looks at the job on a Flink cluster, too. */
    public Doctor flink(URI flink) {
        checks.add(new JobCheck(flink));
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
