// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.doctor;

import io.talon.local.part.Http;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Whether a Confluent-compatible schema registry answers.
 *
 * @param registry its address, up to {@code /schemas}
 */
record RegistryCheck(URI registry) implements Check {
    private static final String SUBJECT = "registry";

    @Override
    public List<Finding> look() throws InterruptedException {
        URI types = URI.create(registry.toString().replaceAll("/+$", "") + "/schemas/types");
        try {
            boolean avro = new Http(Duration.ofSeconds(10)).get(types).toString().contains("AVRO");
            return List.of(
                    avro
                            ? Finding.ok(SUBJECT, "knows Avro, at " + registry)
                            : Finding.fail(
                                    SUBJECT,
                                    "does not know Avro, at " + registry,
                                    "Use a registry with Avro."));
        } catch (IOException e) {
            String reason = e.getMessage() == null ? "no answer from " + registry : e.getMessage();
            return List.of(
                    Finding.fail(
                            SUBJECT,
                            reason,
                            "Give the address of its Confluent API; Apicurio's ends in"
                                    + " /apis/ccompat/v7."));
        }
    }
}
