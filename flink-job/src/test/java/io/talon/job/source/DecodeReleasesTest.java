// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.control.v1.AdaptorRelease;
import io.talon.control.v1.ModelRelease;
import io.talon.ctalvae.model.SiteModel;
import io.talon.deadletter.v1.DeadLetter;
import io.talon.job.control.Signer;
import io.talon.job.model.OtherModel;
import io.talon.job.model.Release;
import io.talon.schema.wire.RecordWire;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of the control topic's models and adaptors goes on to those who score. */
class DecodeReleasesTest {

    private static final OtherModel ONE = OtherModel.number(1);
    private static final OtherModel TWO = OtherModel.number(2);

    /** Of Avro's single-object encoding: behind it, a record is still taken for a model's. */
    private static final int HEADER = 10;

    @TempDir Path folder;

    private Signer signer;
    private ReleasesHarness harness;

    @BeforeEach
    void open() throws Exception {
        signer = new Signer();
        harness = new ReleasesHarness(signer.trusted(folder));
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void takesASignedModelAndThenAdaptorsForItAndForTheOneBefore() throws Exception {
        harness.send(signer.sign(ONE.release(1)));
        harness.send(signer.sign(OtherModel.adaptorFor(ONE.read(), "new", 1)));
        harness.send(signer.sign(OtherModel.adaptorFor(SiteModel.base(), "old", 1)));

        assertThat(taken()).containsExactly("model 1", "new 1", "old 1");
        assertThat(refused()).isEmpty();
    }

    @Test
    void refusesModelsThatAreNotWhatTheSignerSaid() throws Exception {
        ModelRelease unsigned = ONE.release(1);
        ModelRelease forged = new Signer().sign(ONE.release(1));
        ModelRelease raised = signer.sign(ONE.release(1));
        raised.setVersion(9);
        ModelRelease swapped = signer.sign(ONE.release(1));
        swapped.setModel(TWO.release(1).getModel());
        ModelRelease damaged = signer.sign(ONE.release(1));
        damaged.setModel(flipped(ONE.bytes()));
        ModelRelease adaptor = signer.sign(ONE.release(1));
        adaptor.setModel(OtherModel.adaptorFor(ONE.read(), "plant", 1).getAdaptor());
        for (ModelRelease each : List.of(unsigned, forged, raised, swapped, damaged, adaptor)) {
            harness.send(each);
        }

        assertThat(taken()).isEmpty();
        assertThat(refused())
                .satisfiesExactly(
                        reason -> assertThat(reason).contains("not signed"),
                        reason -> assertThat(reason).contains("not among the 1 trusted"),
                        reason -> assertThat(reason).contains("signature is not that of key"),
                        reason -> assertThat(reason).contains("SHA-256 is " + TWO.sha256()),
                        reason -> assertThat(reason).contains("damaged"),
                        reason -> assertThat(reason).contains("expected a model"));
    }

    @Test
    void refusesAModelOfAnotherProfileAndAVersionThatNothingCouldBeBelow() throws Exception {
        ModelRelease other = ONE.release(1);
        other.setProfile("argus-v1");
        harness.send(signer.sign(other));
        harness.send(signer.sign(ONE.release(0)));

        assertThat(taken()).isEmpty();
        assertThat(refused())
                .satisfiesExactly(
                        reason -> assertThat(reason).contains("argus-v1", "zeek-conn-v1"),
                        reason -> assertThat(reason).contains("version 0", "above 0"));
    }

    @Test
    void holdsAnAdaptorThatComesBeforeItsModelUntilThatComes() throws Exception {
        harness.send(signer.sign(OtherModel.adaptorFor(ONE.read(), "plant", 4)));
        harness.send(signer.sign(TWO.release(1)));
        assertThat(taken()).containsExactly("model 1");

        harness.send(signer.sign(ONE.release(2)));
        assertThat(taken()).containsExactly("model 1", "model 2", "plant 4");
        harness.send(signer.sign(ONE.release(3)));
        assertThat(taken()).containsExactly("model 1", "model 2", "plant 4", "model 3");
        assertThat(refused()).isEmpty();
    }

    @Test
    void holdsTheNewestOfASiteAndLetsItGoWhenALaterOneIsTaken() throws Exception {
        harness.send(signer.sign(OtherModel.adaptorFor(ONE.read(), "plant", 5)));
        harness.send(signer.sign(OtherModel.adaptorFor(ONE.read(), "plant", 4)));
        harness.send(signer.sign(OtherModel.adaptorFor(ONE.read(), "gone", 1)));
        harness.send(signer.sign(OtherModel.adaptorFor(SiteModel.base(), "gone", 2)));
        harness.send(signer.sign(ONE.release(1)));

        assertThat(taken()).containsExactly("gone 2", "model 1", "plant 5");
    }

    @Test
    void doesNotHoldWhatNobodyTrustedSigned() throws Exception {
        harness.send(new Signer().sign(OtherModel.adaptorFor(ONE.read(), "plant", 1)));
        harness.send(signer.sign(ONE.release(1)));

        assertThat(taken()).containsExactly("model 1");
        assertThat(refused()).hasSize(1);
    }

    @Test
    void knowsModelsAndHeldAdaptorsAfterARestore() throws Exception {
        harness.send(signer.sign(ONE.release(1)));
        harness.send(signer.sign(OtherModel.adaptorFor(TWO.read(), "held", 1)));
        OperatorSubtaskState snapshot = harness.snapshot(1, 1);
        harness.close();

        harness = new ReleasesHarness(signer.trusted(folder));
        harness.initializeState(snapshot);
        harness.open();
        harness.send(signer.sign(OtherModel.adaptorFor(ONE.read(), "plant", 1)));
        harness.send(signer.sign(TWO.release(2)));

        assertThat(taken()).containsExactly("plant 1", "model 2", "held 1");
        assertThat(refused()).isEmpty();
    }

    @Test
    void damagedBytesOfAModelEndAsDeadLettersEachOfThem() throws Exception {
        byte[] good = RecordWire.of(ModelRelease.class).encode(signer.sign(ONE.release(1)));
        Random random = new Random(5);
        for (int i = 0; i < 50; i++) {
            byte[] bad = good.clone();
            bad[HEADER + random.nextInt(bad.length - HEADER)] ^= (byte) (1 + random.nextInt(255));
            harness.send(
                    i % 2 == 0 ? bad : Arrays.copyOf(bad, HEADER + random.nextInt(bad.length / 2)));
        }

        assertThat(taken()).isEmpty();
        assertThat(refused()).hasSize(50);
    }

    private static ByteBuffer flipped(byte[] bytes) {
        byte[] other = bytes.clone();
        other[other.length / 2] ^= 1;
        return ByteBuffer.wrap(other);
    }

    private List<String> taken() {
        return harness.extractOutputValues().stream()
                .map(
                        release ->
                                release instanceof Release.OfModel model
                                        ? "model " + model.record().getVersion()
                                        : name(((Release.OfAdaptor) release).record()))
                .toList();
    }

    private static String name(AdaptorRelease release) {
        return release.getSite() + " " + release.getVersion();
    }

    private List<String> refused() {
        return harness.refused().stream().map(DecodeReleasesTest::reason).toList();
    }

    private static String reason(DeadLetter letter) {
        assertThat(letter.getStage()).isEqualTo("control");
        assertThat(letter.getOffset()).isEqualTo(ReleasesHarness.OFFSET);
        return letter.getReason();
    }
}
