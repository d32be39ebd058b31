// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.talon.local.part.Http;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Asks Elasticsearch again and again for the probes' alerts, and notes when each is found. */
final class ProbeWatch implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration GRACE = Duration.ofMinutes(3);

    private final URI search;
    private final Http http = new Http(Duration.ofSeconds(10));
    private final Map<String, Long> found = new ConcurrentHashMap<>();
    private final Thread thread = new Thread(this::watch, "probe-watch");
    private volatile boolean stopped;

    ProbeWatch(URI elasticsearch) {
        search =
                elasticsearch.resolve(
                        "/logs-talon.anomaly-%s/_search?size=10000&ignore_unavailable=true"
                                        .formatted(FlowRows.TENANT)
                                + "&filter_path=hits.hits._source.talon.sequence.uids"
                                + "&q=talon.alert.step:opened%20AND%20labels.site:("
                                + ProbeLoad.PROBES
                                + "%20OR%20"
                                + ProbeLoad.FLOOD
                                + ")");
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        try {
            while (!stopped) {
                http.tryGet(search).ifPresent(this::note);
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void note(JsonNode answer) {
        long now = System.currentTimeMillis();
        for (JsonNode hit : answer.at("/hits/hits")) {
            for (JsonNode uid : hit.at("/_source/talon/sequence/uids")) {
                found.putIfAbsent(uid.asText(), now);
            }
        }
    }

    /**
     * How many milliseconds each took until it could be found; waits for those that are still on
     * their way.
     *
     * @param sent by uid, when, in milliseconds since the epoch
     * @throws IllegalStateException if one is not found in time
     */
    List<Long> millis(Map<String, Long> sent) {
        long end = System.nanoTime() + GRACE.toNanos();
        while (!found.keySet().containsAll(sent.keySet())) {
            if (System.nanoTime() > end) {
                long missing = sent.keySet().stream().filter(u -> !found.containsKey(u)).count();
                throw new IllegalStateException(
                        ("%d of %d probes raised no alert that could be found within %s: is the"
                                        + " machine busy with something else?")
                                .formatted(missing, sent.size(), GRACE));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        List<Long> millis = new ArrayList<>();
        sent.forEach((uid, at) -> millis.add(found.get(uid) - at));
        return millis;
    }

    @Override
    public void close() {
        stopped = true;
    }
}
