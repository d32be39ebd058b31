// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.cli;

import io.talon.local.doctor.Doctor;
import io.talon.local.doctor.Finding;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options of {@code talon doctor}. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Looks at this machine, and at the servers that you name, and says what is wrong and"
                    + " how to mend it. Changes nothing.%n"
        },
        footer = {
            "",
            "Environment: TALON_ELASTICSEARCH_API_KEY, where Elasticsearch's security is on.",
            "Exit: 0 if nothing fails (warnings included), 1 if something does, 2 wrong usage."
        })
final class DoctorCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(
            names = "--elasticsearch",
            paramLabel = "URL",
            description = "An Elasticsearch to look at.")
    private URI elasticsearch;

    @Mixin private ElasticsearchAsker asker;

    @Option(names = "--kafka", paramLabel = "HOST:PORT", description = "Kafka brokers to look at.")
    private String kafka;

    @Option(
            names = "--group",
            paramLabel = "NAME",
            defaultValue = "talon",
            description = "Group under which the job reads Kafka. Default: ${DEFAULT-VALUE}.")
    private String group;

    @Option(
            names = "--flink",
            paramLabel = "URL",
            description = "A Flink cluster, by its REST interface, to look at the job on.")
    private URI flink;

    @Option(
            names = "--registry",
            paramLabel = "URL",
            description = "A Confluent-compatible schema registry to look at.")
    private URI registry;

    @Option(
            names = "--format",
            paramLabel = "table|json",
            defaultValue = "table",
            description = "How the findings are printed. Default: ${DEFAULT-VALUE}.")
    private FindingFormat format;

    @Override
    public Integer call() throws IOException, InterruptedException {
        LibraryLog.close();
        Doctor doctor = new Doctor(TalonHome.find());
        if (elasticsearch != null) {
            doctor.elasticsearch(elasticsearch, asker.credentials(System.getenv()));
        }
        if (kafka != null) {
            doctor.kafka(kafka, group);
        }
        if (flink != null) {
            doctor.flink(flink);
        }
        if (registry != null) {
            doctor.registry(registry);
        }
        List<Finding> findings = doctor.look();
        format.print(findings, spec.commandLine().getOut());
        return findings.stream().anyMatch(f -> f.level() == Finding.Level.FAIL) ? 1 : 0;
    }
}
