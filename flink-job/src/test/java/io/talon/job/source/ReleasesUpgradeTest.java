// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.control.v1.AdaptorRelease;
import io.talon.control.v1.ModelRelease;
import io.talon.ctalvae.io.ModelReader;
import io.talon.ctalvae.io.TrustedKeys;
import io.talon.ctalvae.model.SiteModel;
import io.talon.deadletter.v1.DeadLetter;
import io.talon.job.SavepointBytes;
import io.talon.job.control.Signer;
import io.talon.job.flow.JobTags;
import io.talon.job.model.ModelFiles;
import io.talon.job.model.OtherModel;
import io.talon.job.model.Release;
import io.talon.schema.wire.RecordWire;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Knows what an earlier build was told and what it held. */
class ReleasesUpgradeTest {
    private static final String OPERATOR = "releases";
    private static final OtherModel KNOWN = OtherModel.number(1);
    private static final OtherModel AWAITED = OtherModel.number(2);
    private static final long OFFSET = 41;

    @TempDir Path folder;

    static String[] versions() throws Exception {
        return SavepointBytes.versions(OPERATOR);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void modelsAreKnownAndHeldAdaptorsAreTriedAgain(String version) throws Exception {
        Signer signer = new Signer();
        try (var before = harness(signer)) {
            before.open();
            send(before, signer.sign(KNOWN.release(1)));
            send(before, signer.sign(OtherModel.adaptorFor(AWAITED.read(), "held", 1)));
            SavepointBytes.offer(OPERATOR, before.snapshot(1, 1));
        }
        OperatorSubtaskState earlier = SavepointBytes.read(version, OPERATOR);
        Signer today = new Signer();
        try (var upgraded = harness(today)) {
            upgraded.initializeState(earlier);
            upgraded.open();
            send(upgraded, today.sign(OtherModel.adaptorFor(known(upgraded), "plant", 1)));
            assertThat(upgraded.extractOutputValues())
                    .as("an adaptor for a model that was released before")
                    .hasSize(1);

            send(upgraded, today.sign(AWAITED.release(2)));
            assertThat(upgraded.extractOutputValues()).hasSize(2);
            assertThat(refused(upgraded))
                    .as("what was held is refused, for nobody trusts yesterday's key any more")
                    .singleElement()
                    .satisfies(
                            letter -> {
                                assertThat(letter.getReason()).contains("trusted");
                                assertThat(letter.getOffset()).isEqualTo(OFFSET);
                            });
        }
    }

    /** The model that the earlier build kept, which need not be one that today's tests make. */
    private static SiteModel known(OneInputStreamOperatorTestHarness<RawRecord, Release> restored)
            throws Exception {
        var operator = (AbstractStreamOperator<?>) restored.getOperator();
        ModelRelease kept =
                operator.getOperatorStateBackend()
                        .getListState(DecodeReleases.RELEASED)
                        .get()
                        .iterator()
                        .next();
        byte[] file = new byte[kept.getModel().remaining()];
        kept.getModel().duplicate().get(file);
        return ModelReader.model(file, "kept", TrustedKeys.any());
    }

    private OneInputStreamOperatorTestHarness<RawRecord, Release> harness(Signer signer)
            throws Exception {
        var made =
                new OneInputStreamOperatorTestHarness<RawRecord, Release>(
                        new ProcessOperator<>(
                                new DecodeReleases(
                                        null, ModelFiles.shipped(), signer.trusted(folder))));
        made.setup(Release.TYPE.createSerializer(new SerializerConfigImpl()));
        return made;
    }

    private static void send(
            OneInputStreamOperatorTestHarness<RawRecord, Release> to, ModelRelease release)
            throws Exception {
        byte[] bytes = RecordWire.of(ModelRelease.class).encode(release);
        to.processElement(new RawRecord("talon.control", 0, OFFSET, bytes), 0);
    }

    private static void send(
            OneInputStreamOperatorTestHarness<RawRecord, Release> to, AdaptorRelease release)
            throws Exception {
        byte[] bytes = RecordWire.of(AdaptorRelease.class).encode(release);
        to.processElement(new RawRecord("talon.control", 0, OFFSET, bytes), 0);
    }

    private static List<DeadLetter> refused(
            OneInputStreamOperatorTestHarness<RawRecord, Release> harness) {
        List<DeadLetter> letters = new ArrayList<>();
        var side = harness.getSideOutput(JobTags.DEAD_LETTER);
        if (side != null) {
            side.forEach(record -> letters.add(record.getValue()));
        }
        return letters;
    }
}
