// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.fault;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.talon.local.part.Http;
import java.net.URI;
import java.time.Duration;

/** Of a running job, which it stops, as an operator stops one before an upgrade. */
record Savepoint(Deployment deployment, String job) {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Where it is. */
    String take() throws Exception {
        Http http = new Http(Duration.ofSeconds(60));
        String address = deployment.flink.address() + "/jobs/" + job;
        ObjectNode request = new ObjectMapper().createObjectNode();
        request.put("targetDirectory", deployment.folder.resolve("savepoints").toUri().toString());
        String trigger =
                http.post(URI.create(address + "/stop"), request).path("request-id").asText();
        URI status = URI.create(address + "/savepoints/" + trigger);
        JsonNode done =
                await().atMost(PATIENCE)
                        .ignoreExceptions()
                        .until(
                                () -> http.get(status),
                                answer -> answer.at("/status/id").asText().equals("COMPLETED"));
        String location = done.at("/operation/location").asText();
        if (location.isEmpty()) {
            throw new AssertionError("no savepoint: " + done);
        }
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> deployment.jobs.state(job).equals("FINISHED"));
        return location;
    }
}
