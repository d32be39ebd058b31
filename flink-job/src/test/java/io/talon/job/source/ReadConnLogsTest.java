// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.job.flow.FlowView;
import io.talon.job.flow.JobTags;
import io.talon.job.flow.SiteId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadConnLogsTest {

    private static final String GOOD =
            "{\"ts\":1.5,\"uid\":\"C%d\",\"id.orig_h\":\"10.0.0.1\",\"id.orig_p\":1,\"id.resp_h\":\"10.0.0.2\",\"id.resp_p\":2,\"proto\":\"tcp\",\"conn_state\":\"SF\"}\n";

    @TempDir Path folder;

    private OneInputStreamOperatorTestHarness<String, FlowView> harness;

    @BeforeEach
    void open() throws Exception {
        harness =
                ProcessFunctionTestHarnesses.forProcessFunction(
                        new ReadConnLogs(new SiteId("acme", "plant-7")));
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void readsAllThatCanBeReadAndReportsTheRest() throws Exception {
        Path mixed = folder.resolve("mixed.log");
        Files.writeString(mixed, GOOD.formatted(1) + "\n{\"ts\":\n" + GOOD.formatted(2));
        Path empty = Files.createFile(folder.resolve("empty.log"));
        Path after = folder.resolve("after.log");
        Files.writeString(after, GOOD.formatted(3));
        for (Path file : List.of(mixed, empty, folder.resolve("missing.log"), after)) {
            harness.processElement(file.toString(), 0);
        }

        assertThat(harness.extractOutputValues())
                .extracting(FlowView::uid)
                .containsExactly("C1", "C2", "C3");
        assertThat(side(JobTags.DEAD_LETTER))
                .singleElement()
                .satisfies(
                        letter -> {
                            assertThat(letter.getFile()).isEqualTo(mixed.toString());
                            assertThat(letter.getLine()).isEqualTo(3L);
                            assertThat(letter.getStage()).isEqualTo("ingest");
                        });
        List<FileReport> reports = side(ReadConnLogs.REPORT);
        assertThat(reports).hasSize(4);
        assertThat(reports.get(0))
                .isEqualTo(new FileReport(mixed.toString(), 4, 2, 1, 1, "", null));
        assertThat(reports.get(1).failure()).contains("empty");
        assertThat(reports.get(2).failure()).contains("missing.log");
        assertThat(reports.get(3).read()).isEqualTo(1);
    }

    private <T> List<T> side(OutputTag<T> tag) {
        List<T> values = new ArrayList<>();
        harness.getSideOutput(tag).forEach(record -> values.add(record.getValue()));
        return values;
    }
}
