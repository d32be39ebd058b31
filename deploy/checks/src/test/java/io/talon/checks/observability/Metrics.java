// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.checks.observability;

import io.talon.checks.Checkout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which metrics there are. */
final class Metrics {
    private static final String OPERATOR = "flink_taskmanager_job_task_operator_";
    private static final Pattern NAME =
            Pattern.compile(
                    "\\b(flink_[A-Za-z_]+|http_server_[a-z_]+|talon_[a-z_]+|up)\\b(?=[{\\[ )]|$)");
    private static final Pattern OURS =
            Pattern.compile("(?:counter|gauge|histogram|meter)\\((?:group, )?\"([A-Za-z]+)\"");

    private static final Pattern SERVICE = Pattern.compile("gauge\\(\\s*\"(talon\\.[a-z.]+)\"");

    /** Those of Flink 2.3, of Micrometer in Quarkus, and Prometheus' own. */
    private static final Set<String> OF_OTHERS =
            Set.of(
                    "flink_jobmanager_job_lastCheckpointDuration",
                    "flink_jobmanager_job_lastCheckpointSize",
                    "flink_jobmanager_job_numRestarts",
                    "flink_jobmanager_job_numberOfFailedCheckpoints",
                    "flink_jobmanager_numRunningJobs",
                    "flink_taskmanager_Status_JVM_Memory_Heap_Used",
                    "flink_taskmanager_job_task_backPressuredTimeMsPerSecond",
                    "flink_taskmanager_job_task_busyTimeMsPerSecond",
                    OPERATOR + "currentEmitEventTimeLag",
                    OPERATOR + "pendingRecords",
                    "http_server_requests_seconds_count",
                    "http_server_requests_seconds_max",
                    "up");

    private Metrics() {}

    /** The metrics that an expression names. */
    static Set<String> in(String expression) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = NAME.matcher(expression);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /**
     * Every metric that there is: those of others, and what the job's and the service's sources
     * register.
     */
    static Set<String> known() throws IOException {
        Set<String> known = new TreeSet<>(OF_OTHERS);
        for (Path source : Checkout.files(".java")) {
            if (source.startsWith(Checkout.path("flink-job/src/main"))) {
                Matcher matcher = OURS.matcher(Checkout.text(source));
                while (matcher.find()) {
                    known.add(OPERATOR + matcher.group(1));
                }
            } else if (source.startsWith(Checkout.path("adaptor-service/src/main"))) {
                Matcher matcher = SERVICE.matcher(Checkout.text(source));
                while (matcher.find()) {
                    known.add(matcher.group(1).replace('.', '_'));
                }
            }
        }
        return known;
    }
}
