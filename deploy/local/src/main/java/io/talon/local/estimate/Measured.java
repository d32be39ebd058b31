// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.estimate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a deployment was seen to need: {@code SizesIT} in integration-tests measures it and leaves
 * it as JSON. One such run is shipped; another machine than that one is measured by the user.
 *
 * @param command what was run
 * @param machine what it ran on
 * @param date when, ISO 8601
 * @param flowsPerCpuSecond flows that one core of the job takes from Kafka, scores and reports in a
 *     second of CPU time, beside what its processes do anyway
 * @param idleCoresPerTaskManager cores that a TaskManager takes while no flow comes
 * @param stateBytesPerDestination in a checkpoint
 * @param kafkaBytesPerFlow on disk, one replica
 * @param elasticsearchBytesPerAlert on disk, one copy
 * @param elasticsearchBytesPerReport of a site's health or of a sampled sequence, on disk, one copy
 */
public record Measured(
        String command,
        String machine,
        String date,
        double flowsPerCpuSecond,
        double idleCoresPerTaskManager,
        double stateBytesPerDestination,
        double kafkaBytesPerFlow,
        double elasticsearchBytesPerAlert,
        double elasticsearchBytesPerReport) {

    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);

    /** What was measured on the machine that it names. */
    public static Measured shipped() throws IOException {
        try (InputStream in = Measured.class.getResourceAsStream("measured.json")) {
            return JSON.readValue(in, Measured.class);
        }
    }

    /**
     * Reads what a measuring run has left.
     *
     * @throws IOException if the file is absent or is not of this form, saying which
     */
    public static Measured read(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new IOException("there is no file " + file + " with measured constants");
        }
        try {
            return JSON.readValue(file.toFile(), Measured.class);
        } catch (JsonProcessingException e) {
            throw new IOException(
                    file + " does not hold measured constants: " + e.getOriginalMessage(), e);
        }
    }
}
