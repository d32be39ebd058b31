// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.talon.ctalvae.sequence.Exchange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SiteMemoryTest {
    /** A value, a total and a number of values per scope, where no two have the same 24 bits. */
    private static final int KEYS_OF_ONE =
            3 * Arrays.stream(Relation.values()).mapToInt(Relation::scopes).sum();

    private static Exchange from(int originator, int responder, int port) {
        return new Exchange(originator, responder, 0, port, 2, 7.5f, 4.1f, 0, 0);
    }

    /** Two clients of one server, three flows of the one and one of the other. */
    private static SiteMemory two() {
        return SiteMemory.of(
                List.of(from(1, 9, 80), from(1, 9, 80), from(1, 9, 80), from(2, 9, 80)));
    }

    @Test
    void aValueSeenHasItsShareOfFlowsAndValues() {
        assertThat(two().surprise(Relation.CLIENT, from(1, 9, 80)))
                .isCloseTo(-Math.log(3.0 / (4 + 2)), within(1e-9));
        assertThat(two().surprise(Relation.CLIENT, from(2, 9, 80)))
                .isCloseTo(-Math.log(1.0 / (4 + 2)), within(1e-9));
    }

    @Test
    void aValueNotSeenEscapesToTheWiderScope() {
        SiteMemory memory = SiteMemory.of(List.of(from(1, 9, 80), from(1, 9, 80), from(3, 8, 80)));
        // server 9 knows one client of 2 flows: 1/3 escapes; of port 80's 3 flows one is host 3's
        assertThat(memory.surprise(Relation.CLIENT, from(3, 9, 80)))
                .isCloseTo(-Math.log(1.0 / 3 * 1 / (3 + 2)), within(1e-9));
    }

    @Test
    void strangersSurpriseLessWhereThereAreAlwaysStrangers() {
        List<Exchange> flows = new ArrayList<>();
        for (int i = 1; i <= 100; i++) {
            flows.add(from(i, 1000, 443));
            flows.add(from(7, 1001, 22));
        }
        SiteMemory memory = SiteMemory.of(flows);
        Exchange toThePublic = from(5000, 1000, 443);
        Exchange toThePrivate = from(5000, 1001, 22);
        assertThat(memory.surprise(Relation.CLIENT, toThePrivate))
                .isGreaterThan(memory.surprise(Relation.CLIENT, toThePublic) + 3);
    }

    @Test
    void anotherRhythmOfAPairIsASurprise() {
        List<Exchange> polls =
                IntStream.range(0, 50)
                        .mapToObj(i -> new Exchange(1, 9, 1, 502, 2, 4.4f, 11.0f, 0, 9))
                        .toList();
        SiteMemory memory = SiteMemory.of(polls);
        Exchange between = new Exchange(1, 9, 1, 502, 2, 4.4f, 7.0f, 0, 9);
        assertThat(memory.surprise(Relation.RHYTHM, polls.get(0))).isLessThan(0.1);
        assertThat(memory.surprise(Relation.RHYTHM, between)).isGreaterThan(5);
        assertThat(memory.surprise(Relation.ANSWER, between)).isLessThan(0.1);
    }

    @Property(tries = 200)
    void surpriseIsFiniteAndNeverNegative(
            @ForAll int originator,
            @ForAll int responder,
            @ForAll int port,
            @ForAll float answer,
            @ForAll float gap) {
        Exchange any = new Exchange(originator, responder, 3, port, -1, answer, gap, 4, 5);
        SiteMemory memory = SiteMemory.of(List.of(any));
        Assume.that(memory.keys().length == KEYS_OF_ONE);
        for (Relation relation : Relation.values()) {
            assertThat(two().surprise(relation, any)).isFinite().isNotNegative();
            assertThat(memory.surprise(relation, any)).isCloseTo(Math.log(2), within(1e-6));
        }
    }

    @Property(tries = 50)
    void habitsCountAsTheExchangesThatTheyWereMadeOf(
            @ForAll @Size(max = 60) List<@IntRange(min = 1, max = 5) Integer> hosts) {
        List<Exchange> flows = new ArrayList<>();
        Habits early = new Habits();
        Habits late = new Habits();
        for (int i = 0; i < hosts.size(); i++) {
            Exchange flow = from(hosts.get(i), hosts.get(hosts.size() - 1 - i), 80 + i % 2);
            flows.add(flow);
            (i % 3 == 0 ? early : late).add(flow);
        }
        SiteMemory whole = SiteMemory.of(flows);
        SiteMemory ofHabits = SiteMemory.of(List.of(), List.of(early, late));
        for (Exchange any : List.of(from(1, 2, 80), from(2, 9, 81), from(9, 5, 82))) {
            for (Relation relation : Relation.OF_HOSTS) {
                assertThat(ofHabits.surprise(relation, any))
                        .isEqualTo(whole.surprise(relation, any));
            }
        }
    }

    @Test
    void ofFurtherExchangesTheHabitsOfHostsAreKnownHoweverManyThereAre() {
        Habits further = new Habits().add(from(77, 9, 161));
        IntStream.range(0, 2 * SiteMemory.MOST_EXCHANGES)
                .forEach(i -> further.add(from(3, 8, 443)));
        SiteMemory memory = SiteMemory.of(List.of(from(1, 9, 80)), List.of(further));
        for (Relation relation : Relation.OF_HOSTS) {
            assertThat(memory.surprise(relation, from(77, 9, 161))).isLessThan(2);
            assertThat(two().surprise(relation, from(77, 9, 161))).isGreaterThan(5);
        }
        assertThat(memory.surprise(Relation.OUTCOME, from(77, 9, 161)))
                .isEqualTo(
                        SiteMemory.of(List.of(from(1, 9, 80)))
                                .surprise(Relation.OUTCOME, from(77, 9, 161)));
    }

    @Test
    void keysOutOfOrderAreRefused() {
        assertThatThrownBy(() -> new SiteMemory(new float[] {5, 4}, new float[] {1, 1}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SiteMemory(new float[] {4.5f}, new float[] {1}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SiteMemory(new float[] {4}, new float[] {0}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
