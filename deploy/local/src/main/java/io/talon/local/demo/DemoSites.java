// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** Tells the service of the sites that the demo's flows are of. */
final class DemoSites {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int CREATED = 201;
    private static final int THERE_ALREADY = 409;

    private final URI service;
    private final String key;
    private final HttpClient http = HttpClient.newHttpClient();

    DemoSites(URI service, String key) {
        this.service = service;
        this.key = key;
    }

    void make(List<String> sites) throws IOException, InterruptedException {
        for (String site : sites) {
            HttpResponse<String> answer =
                    http.send(
                            HttpRequest.newBuilder(service.resolve("/api/v1/sites"))
                                    .timeout(PATIENCE)
                                    .header("Authorization", "ApiKey " + key)
                                    .header("Content-Type", "application/json")
                                    .POST(
                                            HttpRequest.BodyPublishers.ofString(
                                                    "{\"name\":\"" + site + "\"}"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != CREATED && answer.statusCode() != THERE_ALREADY) {
                throw new IOException(
                        "the service does not make site " + site + ": " + answer.body());
            }
        }
    }
}
