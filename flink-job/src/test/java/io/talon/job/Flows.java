// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job;

import io.talon.flow.v1.FlowEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Made-up flows to a few destinations, some in the same millisecond, a few of them outrageous. */
public final class Flows {

    private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");

    private Flows() {}

    /** So many flows in the order of their end; the same for the same seed. */
    public static List<FlowEvent> some(int count, long seed) {
        Random random = new Random(seed);
        List<FlowEvent> flows = new ArrayList<>();
        long micros = 0;
        for (int i = 0; i < count; i++) {
            boolean burst = random.nextInt(3) == 0;
            micros += burst ? 1 + random.nextInt(3) : random.nextInt(20_000_000);
            FlowEvent flow = Samples.flow("C%06x".formatted(random.nextInt(1 << 24)), START);
            boolean outrageous = random.nextInt(50) == 0;
            flow.setDurationMicros(outrageous ? 3_600_000_000L : 200_000L);
            flow.setTs(START.plusNanos((micros - flow.getDurationMicros()) * 1000));
            flow.setRespH("10.0.0." + random.nextInt(5));
            flow.setRespIpBytes(outrageous ? 900_000_000_000L : 2_000L + random.nextInt(500));
            flow.setRespPkts(outrageous ? 700_000_000L : 12L);
            flow.setConnState(outrageous ? "OTH" : "SF");
            flows.add(flow);
        }
        return flows;
    }
}
