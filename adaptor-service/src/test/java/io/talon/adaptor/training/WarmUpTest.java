// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.talon.adaptor.Api;
import io.talon.adaptor.TestLogs;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(WarmUpTest.AsUsual.class)
class WarmUpTest {
    /** Far less than what a rehearsal takes that nobody ends. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Training is rehearsed, as where nothing is set. */
    public static final class AsUsual implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("talon.training.warm-up", "true");
        }
    }

    @Test
    void trainingIsRehearsedFromTheFirstFlowsUntilThereIsAJob() {
        String key = Api.newTenantKey();
        Api.makeSite(key, "empty");
        Api.addFlows(key, "unknown", true, TestLogs.requests("B", 3)).statusCode(404);
        assertThat(rehearsing()).as("with no flows yet").isFalse();

        Teaching teaching = Teaching.prepared();
        assertThat(rehearsing()).as("with flows and triplets").isTrue();

        teaching.ended(teaching.start(Map.of("steps", 1)));
        await().atMost(PATIENCE).until(() -> !rehearsing());
    }

    private static boolean rehearsing() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("warm-up"));
    }
}
