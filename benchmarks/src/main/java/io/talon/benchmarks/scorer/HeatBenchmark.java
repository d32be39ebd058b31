// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.scorer;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The lanes of a heat, slice by slice in turn: what disturbs the machine disturbs all of them. JMH
 * knows one figure per benchmark; those of the lanes go into a file.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
public class HeatBenchmark {
    /** System property: where the figures go. */
    static final String FIGURES = "talon.bench.figures";

    @Param("")
    public String heat;

    private final List<Lane> lanes = new ArrayList<>();
    private boolean steady;

    @Setup
    public void warmUp() throws Exception {
        for (Measure measure : Heat.lanes(heat)) {
            lanes.add(new Lane(measure));
        }
        Optional<String> unsteady = WarmUp.run(lanes);
        unsteady.ifPresent(why -> System.out.println("Not steady: " + why));
        steady = unsteady.isEmpty();
        lanes.forEach(Lane::begin);
    }

    @Benchmark
    public void round() throws Exception {
        for (Lane lane : lanes) {
            lane.measure();
        }
    }

    @TearDown
    public void report() throws Exception {
        double yardstick = lanes.get(0).rate();
        write(new HeatFigures(steady, lanes.stream().map(lane -> lane.figure(yardstick)).toList()));
        for (Lane lane : lanes) {
            lane.close();
        }
    }

    private static void write(HeatFigures figures) throws IOException {
        new ObjectMapper().writeValue(new File(System.getProperty(FIGURES)), figures);
    }
}
