// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.control.v1.ModelRelease;
import io.talon.ctalvae.io.ModelReader;
import io.talon.ctalvae.io.TrustedKeys;
import io.talon.ctalvae.model.SiteModel;
import io.talon.job.SavepointBytes;
import io.talon.job.control.Signer;
import io.talon.job.model.OtherModel;
import java.nio.file.Path;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Knows what an earlier build was told and what it held. */
class ReleasesUpgradeTest {
    private static final String OPERATOR = "releases";
    private static final OtherModel KNOWN = OtherModel.number(1);
    private static final OtherModel AWAITED = OtherModel.number(2);

    @TempDir Path folder;

    static String[] versions() throws Exception {
        return SavepointBytes.versions(OPERATOR);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void modelsAreKnownAndHeldAdaptorsAreTriedAgain(String version) throws Exception {
        Signer signer = new Signer();
        try (var before = new ReleasesHarness(signer.trusted(folder))) {
            before.open();
            before.send(signer.sign(KNOWN.release(1)));
            before.send(signer.sign(OtherModel.adaptorFor(AWAITED.read(), "held", 1)));
            SavepointBytes.offer(OPERATOR, before.snapshot(1, 1));
        }
        OperatorSubtaskState earlier = SavepointBytes.read(version, OPERATOR);
        Signer today = new Signer();
        try (var upgraded = new ReleasesHarness(today.trusted(folder))) {
            upgraded.initializeState(earlier);
            upgraded.open();
            upgraded.send(today.sign(OtherModel.adaptorFor(known(upgraded), "plant", 1)));
            assertThat(upgraded.extractOutputValues())
                    .as("an adaptor for a model that was released before")
                    .hasSize(1);

            upgraded.send(today.sign(AWAITED.release(2)));
            assertThat(upgraded.extractOutputValues()).hasSize(2);
            assertThat(upgraded.refused())
                    .as("what was held is refused, for nobody trusts yesterday's key any more")
                    .singleElement()
                    .satisfies(
                            letter -> {
                                assertThat(letter.getReason()).contains("trusted");
                                assertThat(letter.getOffset()).isEqualTo(ReleasesHarness.OFFSET);
                            });
        }
    }

    /** The model that the earlier build kept, which need not be one that today's tests make. */
    private static SiteModel known(ReleasesHarness restored) throws Exception {
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
}
