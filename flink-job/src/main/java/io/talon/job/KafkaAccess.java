// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.flink.configuration.Configuration;

/** How the job reaches Kafka. */
final class KafkaAccess {

    private KafkaAccess() {}

    /**
     * Client properties: those of the user's file, and the brokers.
     *
     * @throws IOException names the file that cannot be read
     */
    static Properties properties(Configuration options) throws IOException {
        Properties properties = new Properties();
        String file = options.get(JobOptions.KAFKA_PROPERTIES);
        if (file != null) {
            try (Reader in = Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8)) {
                properties.load(in);
            } catch (IOException | IllegalArgumentException e) {
                throw new IOException(
                        "--%s %s cannot be read: %s"
                                .formatted(JobOptions.KAFKA_PROPERTIES.key(), file, e),
                        e);
            }
        }
        properties.setProperty("bootstrap.servers", options.get(JobOptions.KAFKA_BOOTSTRAP));
        return properties;
    }
}
