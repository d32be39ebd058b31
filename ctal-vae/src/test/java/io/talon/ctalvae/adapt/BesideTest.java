// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.adapt;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.ctalvae.Flows;
import io.talon.ctalvae.calibrate.Folds;
import io.talon.ctalvae.relation.Habits;
import io.talon.ctalvae.sequence.DatedExchange;
import io.talon.ctalvae.sequence.Destinations;
import io.talon.ctalvae.sequence.Sequence;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BesideTest {
    private final List<Sequence> benign = Destinations.sequences(Flows.site(200, 4));
    private final Folds<Sequence> folds = new Folds<>(benign);

    @Test
    void whatLiesInTheTimeOfAStretchIsHeldOutWithIt() {
        Beside beside = new Beside(List.of(justBefore(folds.within(3).get(5))), benign, folds);
        assertThat(exchanges(beside.outside(3))).isZero();
        assertThat(exchanges(beside.outside(2))).isEqualTo(1);
        assertThat(exchanges(beside.all())).isEqualTo(1);
    }

    @Test
    void eachIsHeldOutOfOneStretchWheneverItWas() {
        List<DatedExchange> all = new ArrayList<>();
        benign.forEach(s -> all.add(justBefore(s)));
        all.add(new DatedExchange(0, benign.get(0).exchange()));
        all.add(new DatedExchange(Long.MAX_VALUE, benign.get(0).exchange()));
        Beside beside = new Beside(all, benign, folds);
        int held = 0;
        for (int stretch = 0; stretch < Folds.STRETCHES; stretch++) {
            held += all.size() - exchanges(beside.outside(stretch));
        }
        assertThat(held).isEqualTo(all.size());
        assertThat(exchanges(beside.outside(0))).isBetween(all.size() - 35, all.size() - 15);
    }

    private static int exchanges(List<Habits> habits) {
        return habits.stream().mapToInt(Habits::exchanges).sum();
    }

    private static DatedExchange justBefore(Sequence sequence) {
        return new DatedExchange(sequence.endMicros() - 1, sequence.exchange());
    }
}
