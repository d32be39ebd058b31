// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.talon.local.part.DemoKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * Where everything is and by which keys, once everything is healthy: one document for any client.
 *
 * @param pid of the process that runs the demo and ends it
 * @param elasticsearch its URL
 * @param kafka {@code host:port}
 * @param flink URL of its REST API
 * @param job page of the job
 * @param service URL of the adaptor service; the API is at {@code /api/v1} below it
 * @param page where an analyst works
 * @param openapi the API's contract
 * @param anomalies where they are searched
 * @param operatorKey makes tenants
 */
record DemoDocument(
        long pid,
        String elasticsearch,
        String kafka,
        String flink,
        String job,
        String service,
        String page,
        String openapi,
        String anomalies,
        String operatorKey,
        List<Tenant> tenants) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A tenant and the key of its admin. */
    record Tenant(String name, String key) {}

    static DemoDocument of(Stack stack, String anomalies, String job) {
        DemoKeys keys = stack.service().keys();
        String service = stack.service().address();
        return new DemoDocument(
                ProcessHandle.current().pid(),
                stack.elasticsearch().address(),
                stack.kafka().address(),
                stack.flink().address(),
                job,
                service,
                service + "/",
                service + "/q/openapi",
                anomalies,
                keys.operatorSecret(),
                List.of(
                        new Tenant(keys.tenant(), keys.secret()),
                        new Tenant(DemoKeys.OTHER, keys.otherSecret())));
    }

    String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of plain values is always writable", e);
        }
    }

    /** Whole or not at all, readable by its owner alone: it holds keys. */
    void write(Path file) throws IOException {
        Path part =
                Files.createTempFile(
                        file.toAbsolutePath().getParent(),
                        "ready",
                        ".part",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        Files.writeString(part, json());
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
