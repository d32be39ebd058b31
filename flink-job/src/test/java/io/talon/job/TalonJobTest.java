// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;

/** The streaming job as a graph, before anything runs. */
class TalonJobTest {

    @Test
    void everyOperatorIsFoundAgainInASavepoint() throws Exception {
        StreamGraph graph = graph("--topic.alerts", "talon.alerts");

        assertThat(graph.getJobGraph().getVertices()).isNotEmpty();
        List<String> uids =
                graph.getStreamNodes().stream().map(StreamNode::getTransformationUID).toList();
        assertThat(uids).doesNotContainNull().doesNotHaveDuplicates();
        assertThat(uids)
                .contains(
                        OperatorUids.EPISODES, OperatorUids.ALERT_BUDGET, OperatorUids.SITE_WATCH);
    }

    private StreamGraph graph(String... more) throws Exception {
        Configuration settings = new Configuration();
        settings.set(PipelineOptions.GENERIC_TYPES, false);
        settings.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(settings);
        String[] required = {
            "--kafka.bootstrap", "k:9092", "--elasticsearch.urls", "http://e:9200"
        };
        String[] arguments = new String[required.length + more.length];
        System.arraycopy(required, 0, arguments, 0, required.length);
        System.arraycopy(more, 0, arguments, required.length, more.length);
        TalonJob.build(env, JobOptions.parse(arguments));
        return env.getStreamGraph();
    }
}
