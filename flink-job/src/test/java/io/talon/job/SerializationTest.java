// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talon.anomaly.v1.Anomaly;
import io.talon.anomaly.v1.SequenceScore;
import io.talon.control.v1.AdaptorRelease;
import io.talon.ctalvae.sequence.FlowHistory;
import io.talon.deadletter.v1.DeadLetter;
import io.talon.job.flow.DeadLetters;
import io.talon.job.flow.FlowView;
import io.talon.job.model.Assignment;
import io.talon.job.model.OtherModel;
import io.talon.job.model.Release;
import io.talon.job.model.ReleasedModels;
import io.talon.job.operator.SequencedFlow;
import io.talon.job.source.DecodedFlow;
import io.talon.job.source.DecodedFlowSerializer;
import io.talon.job.source.FileReport;
import io.talon.job.source.RawRecord;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators pass to each other never needs Kryo, which nothing could evolve. */
class SerializationTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                RawRecord.class,
                AdaptorRelease.class,
                SequenceScore.class,
                Anomaly.class,
                DeadLetter.class,
                FileReport.class
            })
    void needsNoKryo(Class<?> type) {
        assertThat(serializer(type)).isNotNull();
    }

    @Test
    void wouldNoticeKryo() {
        assertThatThrownBy(() -> serializer(Thread.class))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void carriesASequenceWithAndWithoutReleases() throws Exception {
        AdaptorRelease release =
                AdaptorRelease.newBuilder()
                        .setTenant("acme")
                        .setSite("plant-7")
                        .setVersion(3)
                        .setReleased(Instant.EPOCH)
                        .build();
        FlowView flow = FlowView.of(Samples.flow());
        FlowHistory history = new FlowHistory();
        history.append(Conns.of(Samples.flow()));
        for (Assignment each :
                List.of(
                        Assignment.NONE,
                        new Assignment(ReleasedModels.NONE, release, null),
                        new Assignment(ReleasedModels.NONE, null, release),
                        new Assignment(
                                ReleasedModels.NONE
                                        .with(OtherModel.number(1).release(1))
                                        .with(OtherModel.number(2).release(2)),
                                release,
                                release))) {
            SequencedFlow before = new SequencedFlow(flow, history, 7, each);
            SequencedFlow after =
                    roundTrip(
                            before,
                            SequencedFlow.TYPE.createSerializer(new SerializerConfigImpl()));

            assertThat(after.flow()).isEqualTo(before.flow());
            assertThat(after.history().toBytes()).isEqualTo(before.history().toBytes());
            assertThat(after.skipped()).isEqualTo(7);
            assertThat(after.assignment()).isEqualTo(each);
        }
    }

    @Test
    void carriesReleases() throws Exception {
        OtherModel model = OtherModel.number(1);
        TypeSerializer<Release> serializer =
                Release.TYPE.createSerializer(new SerializerConfigImpl());
        for (Release each :
                List.of(
                        new Release.OfModel(model.release(3)),
                        new Release.OfAdaptor(OtherModel.adaptorFor(model.read(), "plant-7", 3)))) {
            assertThat(roundTrip(each, serializer)).isEqualTo(each);
        }
    }

    @Test
    void carriesFlowsAndDeadLetters() throws Exception {
        FlowView flow = FlowView.of(Samples.flow());
        DecodedFlow usable = new DecodedFlow.Usable(flow);
        DecodedFlow dead =
                new DecodedFlow.Dead(
                        DeadLetters.of("decode", "why", new byte[9], Instant.EPOCH).build());
        TypeSerializer<DecodedFlow> serializer =
                DecodedFlowSerializer.TYPE.createSerializer(new SerializerConfigImpl());

        assertThat(roundTrip(usable, serializer)).isEqualTo(usable);
        assertThat(roundTrip(dead, serializer)).isEqualTo(dead);
    }

    private static <T> T roundTrip(T before, TypeSerializer<T> serializer) throws Exception {
        DataOutputSerializer out = new DataOutputSerializer(64);
        serializer.serialize(before, out);
        return serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
    }

    @Test
    void carriesAnAnomalyWhole() throws Exception {
        Anomaly before =
                Samples.anomaly(Samples.flow(), List.of(Samples.feature("gap", "ms", 1, 2, 1)));
        TypeSerializer<Anomaly> serializer = serializer(Anomaly.class);
        DataOutputSerializer out = new DataOutputSerializer(64);
        serializer.serialize(before, out);

        assertThat(serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer())))
                .isEqualTo(before);
    }

    private static <T> TypeSerializer<T> serializer(Class<T> type) {
        SerializerConfigImpl config = new SerializerConfigImpl();
        config.setGenericTypes(false);
        return TypeInformation.of(type).createSerializer(config);
    }
}
