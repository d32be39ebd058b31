// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.sequence;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.talon.adaptor.Api;
import io.talon.adaptor.TestLogs;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FlowIntakeTest {
    private static final int ROOM = 5000;

    @Test
    void ofBenignFlowsBeyondTheRoomWhoTalkedToWhomIsKeptOnceAndOfOthersNothing() {
        String key = Api.newTenantKey();
        Api.makeSite(key, "plant");
        String log = TestLogs.requests("B", ROOM + 150);
        for (int known : new int[] {0, ROOM}) {
            Api.addFlows(key, "plant", true, log)
                    .statusCode(200)
                    .body("flows", equalTo(ROOM + 150))
                    .body("sequences", equalTo(ROOM - known))
                    .body("dropped", equalTo(150))
                    .body("remembered", equalTo(150))
                    .body("known", equalTo(known));
        }
        Api.addFlows(key, "plant", false, TestLogs.scan("S", 10))
                .statusCode(200)
                .body("dropped", equalTo(10))
                .body("remembered", equalTo(0));
    }
}
