// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.sink;

import io.talon.job.document.Document;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says plainly that a destination does not take documents, once per interval. Thread-safe. */
final class OutageLog {

    private static final Logger LOG = LoggerFactory.getLogger(OutageLog.class);

    private final String destination;
    private final Duration interval;
    private Instant since;
    private Instant lastSaid;

    OutageLog(String destination, Duration interval) {
        this.destination = destination;
        this.interval = interval;
    }

    synchronized void waiting(String reason, int documents) {
        Instant now = Instant.now();
        since = since == null ? now : since;
        if (lastSaid == null || now.isAfter(lastSaid.plus(interval))) {
            lastSaid = now;
            LOG.warn(
                    "{} does not take {} documents ({}). Waiting and trying again; nothing is lost",
                    destination,
                    documents,
                    reason);
        }
    }

    synchronized void over() {
        if (since != null) {
            LOG.info(
                    "{} takes documents again after {} s",
                    destination,
                    Duration.between(since, Instant.now()).toSeconds());
        }
        since = null;
        lastSaid = null;
    }

    void refused(Document document, String reason) {
        LOG.error(
                "{} refused document {} ({}). It is not sent again; its index {} has it",
                destination,
                document.id(),
                reason,
                document.index());
    }

    void inTopicAlone(Document deadLetter, String reason) {
        LOG.error(
                "{} refused dead letter {} for {} ({}). It is in Kafka alone; is the template"
                        + " installed?",
                destination,
                deadLetter.id(),
                deadLetter.index(),
                reason);
    }

    void lost(Document deadLetter, String reason) {
        LOG.error(
                "{} refused dead letter {} for {} ({}). It is lost; is the template installed?",
                destination,
                deadLetter.id(),
                deadLetter.index(),
                reason);
    }
}
