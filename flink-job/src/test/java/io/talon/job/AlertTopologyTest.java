// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.alert.v1.Alert;
import io.talon.control.v1.SiteSettings;
import io.talon.control.v1.Suppression;
import io.talon.flow.v1.FlowEvent;
import io.talon.job.alert.EpisodeRules;
import io.talon.job.document.SiteHealth;
import io.talon.job.flow.FlowView;
import io.talon.job.flow.FlowViewSerializer;
import io.talon.job.model.ModelFiles;
import io.talon.job.model.Release;
import io.talon.job.operator.RunMode;
import io.talon.job.operator.ScoreOptions;
import io.talon.job.operator.SequenceOptions;
import io.talon.job.sink.InProcessSink;
import io.talon.job.source.EventTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** From flows to alerts and reports, in one process. */
class AlertTopologyTest {

    private static final List<FlowEvent> FLOWS = Flows.some(600, 7);

    private final List<Alert> alerts = Collections.synchronizedList(new ArrayList<>());
    private final List<SiteHealth> health = Collections.synchronizedList(new ArrayList<>());

    @Test
    void sameFlowsMakeTheSameAlertsWithOrWithoutObjectReuseAndOnOneTaskOrTwo() throws Exception {
        run(1, true, List.of());
        Set<String> first = ids();
        assertThat(alerts).hasSameSizeAs(first).extracting(Alert::getStep).contains("opened");

        run(1, false, List.of());
        assertThat(ids()).isEqualTo(first);
        run(2, true, List.of());
        assertThat(ids()).isEqualTo(first);
    }

    @Test
    void everyFlowIsInTheTotalsOfItsSite() throws Exception {
        run(2, true, List.of());

        assertThat(health.get(health.size() - 1).allFlows()).isEqualTo(FLOWS.size());
        assertThat(health).extracting(SiteHealth::dead, SiteHealth::late).containsOnly(zeros());
        assertThat(health.stream().mapToLong(SiteHealth::flows).sum()).isEqualTo(FLOWS.size());
    }

    @Test
    void suppressionLeavesNoAlertAndNothingOut() throws Exception {
        run(1, true, List.of());
        long opened = alerts.stream().filter(a -> a.getStep().equals("opened")).count();
        Suppression all =
                Suppression.newBuilder()
                        .setId("s1")
                        .setTenant("acme")
                        .setReason("maintenance")
                        .setOwner("ada")
                        .setCreated(Instant.EPOCH)
                        .build();

        run(1, true, List.of(all));

        Set<String> outcomes = alerts.stream().map(Alert::getOutcome).collect(Collectors.toSet());
        assertThat(alerts.stream().filter(a -> a.getStep().equals("opened")).count())
                .isGreaterThanOrEqualTo(opened);
        assertThat(outcomes).contains("suppressed");
    }

    private static Tuple zeros() {
        return Tuple.tuple(0L, 0L);
    }

    private Set<String> ids() {
        return new HashSet<>(alerts.stream().map(Alert::getId).toList());
    }

    private void run(int parallelism, boolean reuse, List<Suppression> suppressions)
            throws Exception {
        alerts.clear();
        health.clear();
        Configuration settings = new Configuration();
        settings.set(PipelineOptions.OBJECT_REUSE, reuse);
        settings.set(PipelineOptions.GENERIC_TYPES, false);
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.createLocalEnvironment(parallelism, settings);
        JobOutputs scored =
                JobTopology.streaming(
                        env.fromData(
                                        FLOWS.stream().map(FlowView::of).toList(),
                                        FlowViewSerializer.TYPE)
                                .assignTimestampsAndWatermarks(
                                        WatermarkStrategy.<FlowView>forMonotonousTimestamps()
                                                .withTimestampAssigner((f, t) -> f.endMillis()))
                                .setParallelism(1),
                        none(env, Release.TYPE),
                        ModelFiles.shipped(),
                        new SequenceOptions(
                                Duration.ofMinutes(10), Duration.ofDays(7), 1000, 5, 1000),
                        new ScoreOptions(RunMode.STREAMING, true, 32, Duration.ofMillis(5)));
        AlertOutputs told =
                AlertTopology.build(
                        scored,
                        scored.deadLetters(),
                        suppressions.isEmpty()
                                ? none(env, new AvroTypeInfo<>(Suppression.class))
                                : env.fromData(suppressions, new AvroTypeInfo<>(Suppression.class))
                                        .assignTimestampsAndWatermarks(
                                                EventTime.neverHoldingBack()),
                        none(env, new AvroTypeInfo<>(SiteSettings.class)),
                        new AlertTopology.Rules(
                                new EpisodeRules(
                                        Duration.ofMinutes(30),
                                        Duration.ofHours(24),
                                        Duration.ofMinutes(10)),
                                1000,
                                Duration.ofMinutes(5)));
        told.alerts()
                .sinkTo(new InProcessSink<Alert>(a -> alerts.add(Alert.newBuilder(a).build())))
                .setParallelism(1);
        told.health().sinkTo(new InProcessSink<>(health::add)).setParallelism(1);
        env.execute();
    }

    private static <T> DataStream<T> none(StreamExecutionEnvironment env, TypeInformation<T> type) {
        return env.fromData("none")
                .flatMap((String none, Collector<T> out) -> {})
                .returns(type)
                .assignTimestampsAndWatermarks(EventTime.neverHoldingBack());
    }
}
