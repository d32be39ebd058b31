// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.job.flow.FlowView;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlowRowsTest {

    private static final int SINGLE_OBJECT_HEADER = 10;
    private static final int DESTINATIONS = 1000;

    @TempDir static Path noLogs;
    private static FlowRows rows;

    @BeforeAll
    static void simulate() throws Exception {
        rows = FlowRows.of(noLogs);
    }

    @Test
    void everyRoundHasEachDestinationOnce() {
        for (long round = 0; round < 3; round++) {
            Set<String> keys =
                    LongStream.range(round * DESTINATIONS, (round + 1) * DESTINATIONS)
                            .mapToObj(FlowRowsTest::flow)
                            .map(FlowView::key)
                            .collect(Collectors.toSet());
            assertThat(keys).hasSize(DESTINATIONS);
        }
    }

    @Test
    void eachFlowHasItsOwnUidAndTime() {
        FlowView seventh = flow(7);
        FlowView later = flow(12_345_678);

        assertThat(seventh.uid()).isEqualTo("CBenchmark00000007");
        assertThat(later.uid()).isEqualTo("CBenchmark12345678");
        assertThat(later.tsMicros() - seventh.tsMicros()).isEqualTo(20_000L * (12_345_678 - 7));
        assertThat(flow(100).event().getTs()).isEqualTo(FlowRows.time(100, DESTINATIONS));
    }

    @Test
    void destinationsAreAddresses() {
        int most = 1_000_000;
        assertThat(flow(0, most).respH()).isEqualTo("10.000.000.000");
        assertThat(LongStream.range(0, 2000).mapToObj(n -> flow(n, most).respH()))
                .allMatch(
                        host ->
                                Stream.of(host.split("\\."))
                                        .allMatch(p -> Integer.parseInt(p) < 256));
    }

    @Test
    void pausesOfADestinationAreTheSameHoweverManyThereAre() {
        assertThat(Duration.between(FlowRows.time(0, 10), FlowRows.time(10, 10)))
                .isEqualTo(
                        Duration.between(
                                FlowRows.time(0, 1_000_000), FlowRows.time(1_000_000, 1_000_000)));
    }

    @Test
    void onlyFlowsAfterTheFillAreMeasured() {
        RunPlan plan = StreamPlans.quick().heap();
        long filled = (long) plan.destinations() * plan.fill();

        long start = FlowRows.startOfMeasured(plan);

        assertThat(flow(filled - 1, plan.destinations()).tsMicros()).isLessThan(start);
        assertThat(flow(filled, plan.destinations()).tsMicros()).isEqualTo(start);
    }

    private static FlowView flow(long number) {
        return flow(number, DESTINATIONS);
    }

    private static FlowView flow(long number, int destinations) {
        try {
            return FlowView.read(rows.flow(number, destinations), SINGLE_OBJECT_HEADER);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
