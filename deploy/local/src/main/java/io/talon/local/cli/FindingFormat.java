// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.talon.local.doctor.Finding;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** How findings are printed. */
enum FindingFormat {
    /** For people: a line per finding, its remedy below. */
    TABLE {
        @Override
        void print(List<Finding> findings, PrintWriter out) {
            int width = findings.stream().mapToInt(f -> f.subject().length()).max().orElse(0);
            for (Finding finding : findings) {
                out.printf(
                        "%-4s  %-" + width + "s  %s%n",
                        level(finding),
                        finding.subject(),
                        finding.reason());
                if (!finding.remedy().isEmpty()) {
                    out.printf("%" + (width + 8) + "s%s%n", "", finding.remedy());
                }
            }
            out.flush();
        }
    },

    /** For programs: one array of {@code {subject, level, reason, remedy}}. */
    JSON {
        @Override
        void print(List<Finding> findings, PrintWriter out) {
            ArrayNode array = new ObjectMapper().createArrayNode();
            for (Finding finding : findings) {
                array.addObject()
                        .put("subject", finding.subject())
                        .put("level", level(finding))
                        .put("reason", finding.reason())
                        .put("remedy", finding.remedy());
            }
            out.println(array.toPrettyString());
            out.flush();
        }
    };

    abstract void print(List<Finding> findings, PrintWriter out);

    private static String level(Finding finding) {
        return finding.level().name().toLowerCase(Locale.ROOT);
    }
}
