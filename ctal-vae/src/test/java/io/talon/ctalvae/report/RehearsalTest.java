// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talon.ctalvae.train.TrainingProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class RehearsalTest {

    @Test
    void goesThroughEveryStep() {
        List<Integer> steps = new ArrayList<>();

        Rehearsal.run(4, (step, of, loss) -> steps.add(step));

        assertThat(steps).contains(12);
    }

    @Test
    void endsWithWhatItsProgressThrows() {
        List<Integer> steps = new ArrayList<>();
        TrainingProgress impatient =
                (step, of, loss) -> {
                    steps.add(step);
                    throw new CancellationException("there is a job");
                };

        assertThatThrownBy(() -> Rehearsal.run(4, impatient))
                .isInstanceOf(CancellationException.class)
                .hasMessage("there is a job");
        assertThat(steps).hasSize(1);
    }
}
