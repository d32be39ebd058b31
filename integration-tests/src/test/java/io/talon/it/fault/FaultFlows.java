// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.fault;

import io.talon.flow.v1.FlowEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Made-up flows of a tenant of a test: to few destinations, some of them outrageous. */
final class FaultFlows {

    private static final int DESTINATIONS = 60;
    private static final Duration AGO = Duration.ofDays(3);

    private FaultFlows() {}

    /** So many flows of two sites, a second apart, in the order of their end. */
    static List<FlowEvent> some(String tenant, int count) {
        Random random = new Random(tenant.hashCode());
        Instant start = Instant.now().minus(AGO).truncatedTo(ChronoUnit.SECONDS);
        List<FlowEvent> flows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int destination = random.nextInt(DESTINATIONS);
            boolean outrageous = destination % 10 == 0 && random.nextInt(4) == 0;
            FlowEvent flow =
                    flow(
                            tenant,
                            destination % 2 == 0 ? "site-a" : "site-b",
                            "C%s%06d".formatted(tenant, i),
                            start.plusSeconds(i),
                            "10.0.1." + destination);
            flows.add(outrageous ? outrageous(flow) : flow);
        }
        return flows;
    }

    /** So many flows to one destination, 100 µs apart, and one two seconds after them. */
    static List<FlowEvent> flood(String tenant, int count, String destination) {
        Instant start = Instant.now().minus(AGO).truncatedTo(ChronoUnit.SECONDS);
        List<FlowEvent> flows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Instant ts = start.plusNanos(100_000L * i);
            flows.add(outrageous(flow(tenant, "site-a", "F" + i, ts, destination)));
        }
        Instant last = start.plusNanos(100_000L * count).plusSeconds(2);
        flows.add(flow(tenant, "site-a", "FLast", last, destination));
        return flows;
    }

    private static FlowEvent outrageous(FlowEvent flow) {
        flow.setRespIpBytes(900_000_000_000L);
        flow.setRespPkts(700_000_000L);
        flow.setConnState("OTH");
        return flow;
    }

    /** Flows that let event time pass by two days: one to each of many destinations. */
    static List<FlowEvent> clock(String tenant) {
        Instant later = Instant.now().minus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
        List<FlowEvent> flows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            flows.add(flow(tenant, "clock", "K%s%d".formatted(tenant, i), later, "10.9.9." + i));
        }
        return flows;
    }

    /** An ordinary flow of half a second. */
    static FlowEvent flow(String tenant, String site, String uid, Instant ts, String destination) {
        return FlowEvent.newBuilder()
                .setTenant(tenant)
                .setSite(site)
                .setTs(ts)
                .setUid(uid)
                .setOrigH("10.0.4.17")
                .setOrigP(51_000)
                .setRespH(destination)
                .setRespP(443)
                .setProto("tcp")
                .setService(List.of("ssl"))
                .setDurationMicros(500_000L)
                .setOrigBytes(1_000L)
                .setRespBytes(2_000L)
                .setConnState("SF")
                .setLocalOrig(true)
                .setLocalResp(true)
                .setHistory("ShADadFf")
                .setOrigPkts(10L)
                .setOrigIpBytes(1_500L)
                .setRespPkts(12L)
                .setRespIpBytes(2_600L)
                .build();
    }
}
