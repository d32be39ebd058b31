// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.job.document.Document;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.RequestEntryWrapper;
import org.junit.jupiter.api.Test;

class DocumentStateSerializerTest {

    @Test
    void givesBackWhatWaitedAtTheCheckpoint() throws Exception {
        byte[] json = "{\"message\":\"größer als 4.1 MB\"}".getBytes(StandardCharsets.UTF_8);
        Document document = new Document("logs-talon.anomaly-acme", "id", json);
        DocumentStateSerializer serializer = new DocumentStateSerializer();

        byte[] bytes =
                serializer.serialize(
                        new BufferedRequestState<>(
                                List.of(new RequestEntryWrapper<>(document, json.length))));
        BufferedRequestState<Document> restored =
                serializer.deserialize(serializer.getVersion(), bytes);

        assertThat(restored.getBufferedRequestEntries())
                .singleElement()
                .satisfies(
                        entry -> {
                            assertThat(entry.getSize()).isEqualTo(json.length);
                            Document after = entry.getRequestEntry();
                            assertThat(after.index()).isEqualTo(document.index());
                            assertThat(after.id()).isEqualTo("id");
                            assertThat(after.json()).isEqualTo(json);
                        });
    }
}
