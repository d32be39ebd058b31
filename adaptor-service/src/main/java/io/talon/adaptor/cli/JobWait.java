// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Starts a training job and follows it to its end. */
final class JobWait {
    private static final Set<String> ENDED = Set.of("done", "failed", "cancelled");
    private static final long EVERY_MILLIS = 300;

    private final ApiClient api;
    private final Consumer<String> talk;

    JobWait(ApiClient api, Consumer<String> talk) {
        this.api = api;
        this.talk = talk;
    }

    JsonNode train(String site, Map<String, ?> wanted) throws IOException {
        String jobs = "/sites/" + ApiClient.part(site) + "/jobs";
        JsonNode job = api.post(jobs, wanted);
        String last = "";
        while (!ENDED.contains(job.path("state").asText())) {
            String now =
                    job.path("phase").asText()
                            + ": step "
                            + job.path("step").asInt()
                            + " of "
                            + job.path("steps").asInt();
            if (!now.equals(last)) {
                talk.accept(now);
                last = now;
            }
            pause();
            job = api.get(jobs + "/" + job.path("id").asText());
        }
        return job;
    }

    private static void pause() throws IOException {
        try {
            if (new CountDownLatch(1).await(EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("nobody counts down");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted; the job goes on", e);
        }
    }
}
