// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.secure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.talon.flow.v1.FlowEvent;
import io.talon.local.demo.JobClient;
import io.talon.local.part.Artefacts;
import io.talon.local.part.FlinkPart;
import io.talon.local.part.KafkaPart;
import io.talon.local.part.KafkaTopics;
import io.talon.local.part.PartContext;
import io.talon.local.process.Deadline;
import io.talon.local.process.Ports;
import io.talon.local.process.WorkFolder;
import io.talon.schema.wire.RecordWire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
class SecuredElasticsearchIT {

    private static final Artefacts BUILT =
            new Artefacts(Path.of("..").toAbsolutePath().normalize());
    private static final Duration START = Duration.ofMinutes(3);
    private static final String TEMPLATE =
            """
            {"index_patterns": ["logs-talon.*", "metrics-talon.*"], "priority": 500, "data_stream": {}}
            """;

    /** What the job needs, and no more. */
    private static final String KEY =
            """
            {"name": "job", "role_descriptors": {"job": {"index": [
              {"names": ["logs-talon.*", "metrics-talon.*"], "privileges": ["create_doc", "auto_configure"]}]}}}
            """;

    @TempDir static Path folder;

    @Test
    void theJobWritesWithAKeyThatIsRenewedWhileItRuns() throws Exception {
        Ports ports = new Ports();
        WorkFolder work = WorkFolder.create(folder, false);
        PartContext context = new PartContext(BUILT, work, ports, Map.of());
        Certificate certificate = Certificate.make(folder);
        Path ca = Files.writeString(folder.resolve("ca.pem"), certificate.pem());
        Path key = Files.writeString(folder.resolve("key"), "bm86dmFsaWQ=");
        try (SecuredElasticsearch elasticsearch =
                        new SecuredElasticsearch(certificate, ports.free());
                KafkaPart kafka = new KafkaPart(context);
                FlinkPart flink = new FlinkPart(context)) {
            elasticsearch.send("PUT", "/_index_template/talon", TEMPLATE);
            kafka.start(Deadline.in(START));
            flink.start(Deadline.in(START));
            try (KafkaTopics topics = new KafkaTopics(kafka.address())) {
                topics.createAll(1);
            }
            JobClient jobs = new JobClient(flink.address());
            String job =
                    jobs.submit(
                            BUILT.jobJar(),
                            List.of(
                                    "--kafka.bootstrap",
                                    kafka.address(),
                                    "--elasticsearch.urls",
                                    elasticsearch.url().toString(),
                                    "--elasticsearch.ca",
                                    ca.toString(),
                                    "--elasticsearch.api-key-file",
                                    key.toString()));
            send(kafka.address());

            await().atMost(START)
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> jobs.sum(job, "documentsRetried") > 0);
            assertThat(documents(elasticsearch)).isZero();

            String given =
                    elasticsearch.send("POST", "/_security/api_key", KEY).path("encoded").asText();
            Files.writeString(key, given);

            await().atMost(START).until(() -> documents(elasticsearch) > 0);
            assertThat(jobs.restarts(job)).isZero();
        } finally {
            work.clear(Duration.ofSeconds(5));
        }
    }

    private static long documents(SecuredElasticsearch elasticsearch) throws Exception {
        elasticsearch.send("POST", "/logs-talon.*,metrics-talon.*/_refresh", "");
        return elasticsearch
                .send("GET", "/logs-talon.*,metrics-talon.*/_count", "")
                .path("count")
                .asLong();
    }

    private static void send(String kafka) {
        RecordWire<FlowEvent> wire = RecordWire.of(FlowEvent.class);
        FlowEvent flow =
                FlowEvent.newBuilder()
                        .setTenant("acme")
                        .setSite("plant-7")
                        .setTs(Instant.now().minusSeconds(60))
                        .setUid("CSecured")
                        .setOrigH("10.0.4.17")
                        .setOrigP(51_000)
                        .setRespH("10.0.1.1")
                        .setRespP(443)
                        .setProto("tcp")
                        .setService(List.of("ssl"))
                        .setConnState("SF")
                        .build();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafka),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(KafkaTopics.FLOWS, wire.encode(flow)));
        }
    }
}
