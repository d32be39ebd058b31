// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.sink;

import org.apache.flink.connector.base.sink.writer.strategy.RateLimitingStrategy;
import org.apache.flink.connector.base.sink.writer.strategy.RequestInfo;
import org.apache.flink.connector.base.sink.writer.strategy.ResultInfo;

/**
 * At most so many requests at once, each as large as it may be. Flink's default halves its batches
 * at each failure and recovers by ten documents at a time; here a failed request waits instead
 * ({@link Backoff}), and full batches go out as soon as Elasticsearch is back.
 */
final class InFlightLimit implements RateLimitingStrategy {

    private final int requests;
    private final int batchSize;
    private int inFlight;

    InFlightLimit(int requests, int batchSize) {
        this.requests = requests;
        this.batchSize = batchSize;
    }

    @Override
    public void registerInFlightRequest(RequestInfo request) {
        inFlight++;
    }

    @Override
    public void registerCompletedRequest(ResultInfo result) {
        inFlight--;
    }

    @Override
    public boolean shouldBlock(RequestInfo request) {
        return inFlight >= requests;
    }

    @Override
    public int getMaxBatchSize() {
        return batchSize;
    }
}
