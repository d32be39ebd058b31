// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class RivalTemplateTest {

    @Test
    void findsOnlyThoseThatTakeOurDataStreams() throws Exception {
        List<RivalTemplate> rivals =
                RivalTemplate.among(
                        new ObjectMapper()
                                .readTree(
                                        """
                                        [
                                          {"name": "logs", "index_template":
                                            {"index_patterns": ["logs-*-*"], "priority": 100}},
                                          {"name": "greedy", "index_template":
                                            {"index_patterns": ["logs-*"], "priority": 501}},
                                          {"name": "elsewhere", "index_template":
                                            {"index_patterns": ["logs-zeek*"], "priority": 900}},
                                          {"name": "logs-talon.dlq", "index_template":
                                            {"index_patterns": ["logs-talon.dlq-*"], "priority": 501}}
                                        ]
                                        """));

        assertThat(rivals)
                .containsExactlyInAnyOrder(
                        new RivalTemplate("greedy", "logs-*", 501, "logs-talon.anomaly", 501),
                        new RivalTemplate("greedy", "logs-*", 501, "logs-talon.audit", 501),
                        new RivalTemplate("greedy", "logs-*", 501, "logs-talon.dlq", 501));
    }
}
