// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.source;

import io.talon.flow.v1.FlowEvent;
import io.talon.job.flow.FlowEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Well-formed flows of any content: every field there or absent, strings of any script. */
final class RandomFlows {

    private static final String[] TEXTS = {
        "",
        "tcp",
        "SF",
        "ssl",
        "ShADadFf",
        "10.0.0.1",
        "2001:db8::1",
        "ä|ß",
        "東京",
        "\u0000",
        "😀",
        "a".repeat(33),
        "b".repeat(300)
    };

    private final Random random;

    private RandomFlows(Random random) {
        this.random = random;
    }

    static FlowEvent next(Random random) {
        return new RandomFlows(random).flow();
    }

    private FlowEvent flow() {
        FlowEvent flow = new FlowEvent();
        flow.setTenant(text());
        flow.setSite(text());
        flow.setSensor(maybe(this::text));
        flow.setProfile(text());
        flow.setTs(FlowEvents.instant(number()));
        flow.setUid(text());
        flow.setOrigH(text());
        flow.setOrigP(random.nextInt());
        flow.setRespH(text());
        flow.setRespP(random.nextInt(65_536));
        flow.setProto(text());
        flow.setService(texts());
        flow.setDurationMicros(maybe(this::number));
        flow.setOrigBytes(maybe(this::number));
        flow.setRespBytes(maybe(this::number));
        flow.setConnState(maybe(this::text));
        flow.setLocalOrig(maybe(random::nextBoolean));
        flow.setLocalResp(maybe(random::nextBoolean));
        flow.setMissedBytes(number());
        flow.setHistory(maybe(this::text));
        flow.setOrigPkts(maybe(this::number));
        flow.setOrigIpBytes(maybe(this::number));
        flow.setRespPkts(maybe(this::number));
        flow.setRespIpBytes(maybe(this::number));
        flow.setTunnelParents(texts());
        flow.setIpProto(maybe(random::nextInt));
        flow.setCommunityId(maybe(this::text));
        flow.setOrigL2Addr(maybe(this::text));
        flow.setRespL2Addr(maybe(this::text));
        flow.setVlan(maybe(random::nextInt));
        flow.setInnerVlan(maybe(random::nextInt));
        flow.setWriteTs(maybe(() -> FlowEvents.instant(number())));
        flow.setFeatures(maybe(() -> Map.of("load", random.nextDouble(), text(), 1.0)));
        return flow;
    }

    private <T> T maybe(Supplier<T> value) {
        return random.nextBoolean() ? value.get() : null;
    }

    private String text() {
        return TEXTS[random.nextInt(TEXTS.length)];
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (int left = random.nextInt(4); left > 0; left--) {
            texts.add(text());
        }
        return texts;
    }

    /** Of all magnitudes, rarely the extremes. */
    private long number() {
        return switch (random.nextInt(12)) {
            case 0 -> 0;
            case 1 -> Long.MAX_VALUE;
            case 2 -> Long.MIN_VALUE;
            default -> random.nextLong() >> random.nextInt(63);
        };
    }
}
