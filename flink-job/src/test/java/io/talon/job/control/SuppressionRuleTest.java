// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.control.v1.Suppression;
import io.talon.flow.v1.FlowEvent;
import io.talon.job.Samples;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a TLS flow of acme's plant-7 from 10.0.4.17 to 203.0.113.9:443, outbound. */
class SuppressionRuleTest {

    private static final Instant AT = Instant.parse("2026-11-23T18:05:00Z");
    private static final FlowEvent FLOW = Samples.flow();

    @Test
    void withoutConditionsItAppliesToAllOfItsTenantAndToNoOther() {
        assertThat(matches(s -> {})).isTrue();
        assertThat(matches(s -> s.setTenant("globex"))).isFalse();
        assertThat(matches(s -> s.setSite("plant-7"))).isTrue();
        assertThat(matches(s -> s.setSite("plant-8"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, true",
        "10.0.4.17, true",
        "10.0.4.16/31, true",
        "10.0.4.16/32, false",
        "10.0.4.18/31, false",
        "0.0.0.0/0, true",
        "::/0, false"
    })
    void appliesToSourcesOfItsNet(String net, boolean applies) {
        assertThat(matches(s -> s.setSourceCidr(net))).isEqualTo(applies);
    }

    @Test
    void everyOtherConditionCanRuleItOut() {
        assertThat(matches(s -> s.setDestinationCidr("203.0.113.0/24"))).isTrue();
        assertThat(matches(s -> s.setDestinationCidr("198.51.100.0/24"))).isFalse();
        assertThat(matches(s -> s.setDestinationPort(443))).isTrue();
        assertThat(matches(s -> s.setDestinationPort(80))).isFalse();
        assertThat(matches(s -> s.setTransport("tcp"))).isTrue();
        assertThat(matches(s -> s.setTransport("udp"))).isFalse();
        assertThat(matches(s -> s.setDirection("outbound"))).isTrue();
        assertThat(matches(s -> s.setDirection("inbound"))).isFalse();
    }

    @Test
    void endsWhenItExpiresOrIsWithdrawn() {
        assertThat(matches(s -> s.setExpires(AT.plusSeconds(1)))).isTrue();
        assertThat(matches(s -> s.setExpires(AT))).isFalse();
        assertThat(matches(s -> s.setWithdrawn(true))).isFalse();
    }

    @Test
    void destinationThatIsNoAddressIsInNoNet() {
        FlowEvent named = Samples.flow();
        named.setRespH("printer.example");
        Suppression any = suppression();
        any.setDestinationCidr("0.0.0.0/0");

        assertThat(SuppressionRule.of(any).matches(named, AT)).isFalse();
    }

    private static boolean matches(Consumer<Suppression> change) {
        Suppression suppression = suppression();
        change.accept(suppression);
        return SuppressionRule.of(suppression).matches(FLOW, AT);
    }

    private static Suppression suppression() {
        return Suppression.newBuilder()
                .setId("s1")
                .setTenant("acme")
                .setReason("backup")
                .setOwner("ada")
                .setCreated(AT)
                .build();
    }
}
