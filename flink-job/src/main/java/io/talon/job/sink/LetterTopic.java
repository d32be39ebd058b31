// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.sink;

import java.io.Serializable;
import java.util.Properties;

/**
 * The Kafka topic that dead letters of refused documents go to, besides the index. Travels to the
 * task that opens it.
 *
 * @param kafka client properties with the brokers
 */
public record LetterTopic(Properties kafka, String topic) implements Serializable {

    LetterProducer open() {
        return new LetterProducer(kafka, topic);
    }
}
