// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.talon.adaptor.Api;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/**
 * What is sent, and by whom, when several instances share an outbox. Kafka is away in this test.
 */
@QuarkusTest
class OutboxTest {
    private static final int SITES = 20;

    @Inject Outbox outbox;

    @Test
    void twoSendersSendEachEntryOnceAndInOrder() throws Exception {
        String key = Api.newTenantKey();
        for (int site = 0; site < SITES; site++) {
            Api.makeSite(key, "shared" + site);
        }
        List<Long> sent = Collections.synchronizedList(new ArrayList<>());

        CompletableFuture.allOf(sendAll(sent), sendAll(sent)).get();

        assertThat(sent).hasSizeGreaterThanOrEqualTo(SITES).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void whatKafkaDoesNotTakeStaysAndWhatItTookBeforeIsForgotten() throws Exception {
        String key = Api.newTenantKey();
        sendAll(new ArrayList<>()).get();
        Api.makeSite(key, "first");
        Api.makeSite(key, "second");
        List<String> tried = new ArrayList<>();

        for (int attempt = 0; attempt < 3; attempt++) {
            try {
                outbox.sendOldest(
                        entry -> {
                            String site = entry.key().split("\\|")[1];
                            tried.add(site);
                            if (site.equals("second") && tried.size() < 3) {
                                throw new ExecutionException(new IllegalStateException("away"));
                            }
                        });
            } catch (ExecutionException e) {
                // Kafka is away.
            }
        }

        assertThat(tried).containsExactly("first", "second", "second");
    }

    private CompletableFuture<Void> sendAll(List<Long> sent) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        boolean more = true;
                        while (more) {
                            more = outbox.sendOldest(entry -> sent.add(entry.id()));
                        }
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
    }
}
