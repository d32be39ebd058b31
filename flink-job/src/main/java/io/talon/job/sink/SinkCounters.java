// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.sink;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;

/** What became of documents, as metrics. Thread-safe: the client's threads count. */
final class SinkCounters {

    private final Counter created;
    private final Counter alreadyThere;
    private final Counter retried;
    private final Counter refused;
    private final Counter inFailureStore;
    private final Counter lost;

    SinkCounters(MetricGroup group) {
        created = counter(group, "documentsCreated");
        alreadyThere = counter(group, "documentsAlreadyThere");
        retried = counter(group, "documentsRetried");
        refused = counter(group, "documentsRefused");
        inFailureStore = counter(group, "documentsInFailureStore");
        lost = counter(group, "deadLettersLost");
    }

    private static Counter counter(MetricGroup group, String name) {
        return group.counter(name, new ThreadSafeSimpleCounter());
    }

    void count(Outcome outcome) {
        if (outcome instanceof Outcome.Created written) {
            created.inc();
            if (written.failureStore()) {
                inFailureStore.inc();
            }
        } else if (outcome instanceof Outcome.AlreadyThere) {
            alreadyThere.inc();
        } else if (outcome instanceof Outcome.TryAgain) {
            retried.inc();
        } else {
            refused.inc();
        }
    }

    void lost() {
        lost.inc();
    }
}
