// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.estimate;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a deployment was seen to need. The shipped constants are in {@code measured.json}, with the
 * command that measured them; the same command measures them on another machine.
 *
 * @param command what was run
 * @param machine what it ran on
 * @param date when, ISO 8601
 * @param flowsPerCpuSecond flows that one core of the job takes from Kafka, scores and reports in a
 *     second of CPU time, everything its processes do included
 * @param stateBytesPerDestination in a checkpoint
 * @param kafkaBytesPerFlow on disk, one replica
 * @param elasticsearchBytesPerAlert on disk, one copy
 * @param elasticsearchBytesPerReport of a site's health or of a sampled sequence, on disk, one copy
 * @param reportsPerSiteAndDay how many of those a site writes
 * @param taskManagerBaseMegabytes a TaskManager's memory beside its state
 */
@JsonIgnoreProperties("about")
public record Measured(
        String command,
        String machine,
        String date,
        double flowsPerCpuSecond,
        double stateBytesPerDestination,
        double kafkaBytesPerFlow,
        double elasticsearchBytesPerAlert,
        double elasticsearchBytesPerReport,
        double reportsPerSiteAndDay,
        double taskManagerBaseMegabytes) {

    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);

    /** The shipped constants. */
    public static Measured shipped() {
        try (InputStream in = Measured.class.getResourceAsStream("measured.json")) {
            return JSON.readValue(in, Measured.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Constants measured elsewhere.
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
