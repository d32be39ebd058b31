// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.talon.local.estimate.Measured;
import io.talon.local.estimate.Sizing;
import java.io.PrintWriter;
import java.util.Locale;

/** How an estimate is printed. */
enum EstimateFormat {
    /** For people. */
    TABLE {
        @Override
        void print(Sizing sizing, Measured measured, PrintWriter out) {
            line(out, "job", "%.1f cores, parallelism %d", sizing.jobCores(), sizing.parallelism());
            line(
                    out,
                    "TaskManagers",
                    "%d of %d cores and %,d MB",
                    sizing.taskManagers(),
                    Sizing.CORES,
                    sizing.taskManagerMegabytes());
            line(out, "state", "%s in a checkpoint", bytes(sizing.stateBytes()));
            line(out, "Kafka", "%s of talon.flows, one replica", bytes(sizing.kafkaBytes()));
            line(
                    out,
                    "Elasticsearch",
                    "%s, one copy; at most %,.0f alerts a day",
                    bytes(sizing.elasticsearchBytes()),
                    sizing.alertsPerDay());
            line(
                    out,
                    "an outage of 1 h",
                    "caught up in %d min at the mean load",
                    sizing.catchUp().toMinutes());
            line(
                    out,
                    "measured",
                    "%s, %s, by %s",
                    measured.date(),
                    measured.machine(),
                    measured.command());
            out.flush();
        }
    },

    /** For programs: one document. */
    JSON {
        @Override
        void print(Sizing sizing, Measured measured, PrintWriter out) {
            ObjectNode document = new ObjectMapper().createObjectNode();
            document.put("job_cores", sizing.jobCores());
            document.put("parallelism", sizing.parallelism());
            document.put("task_managers", sizing.taskManagers());
            document.put("task_manager_cores", Sizing.CORES);
            document.put("task_manager_megabytes", sizing.taskManagerMegabytes());
            document.put("state_bytes", sizing.stateBytes());
            document.put("kafka_bytes", sizing.kafkaBytes());
            document.put("alerts_per_day", sizing.alertsPerDay());
            document.put("elasticsearch_bytes", sizing.elasticsearchBytes());
            document.put("catch_up_seconds", sizing.catchUp().toSeconds());
            document.putPOJO("measured", measured);
            out.println(document.toPrettyString());
            out.flush();
        }
    };

    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB"};

    abstract void print(Sizing sizing, Measured measured, PrintWriter out);

    private static void line(PrintWriter out, String name, String text, Object... values) {
        out.printf(Locale.ROOT, "%-18s%s%n", name, String.format(Locale.ROOT, text, values));
    }

    private static String bytes(long count) {
        double value = count;
        int unit = 0;
        while (value >= 1000 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, "%.3g %s", value, UNITS[unit]);
    }
}
