// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.talon.ctalvae.Flows;
import io.talon.ctalvae.TrainedModel;
import io.talon.ctalvae.calibrate.OrdinaryServices;
import io.talon.ctalvae.model.Adaptor;
import io.talon.ctalvae.model.AdaptorTensor;
import io.talon.ctalvae.model.CoreTensor;
import io.talon.ctalvae.model.Maturity;
import io.talon.ctalvae.model.Normaliser;
import io.talon.ctalvae.model.ServiceRanges;
import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.model.SiteParts;
import io.talon.ctalvae.sequence.Destinations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TalonFileTest {
    private static final byte[] MODEL = TrainedModel.bytes();
    private static final SiteModel BASE = TrainedModel.model();
    private static final SigningKey KEY = SigningKey.generate();
    private static final SiteParts SITE = site();
    private static final byte[] ADAPTOR =
            ModelWriter.adaptor(BASE, SITE, Map.of("triplets", "5"), KEY);

    /** As it comes, and what its services ordinarily have. */
    private static SiteParts site() {
        SiteParts generic = BASE.site();
        return new SiteParts(
                generic.adaptor(),
                OrdinaryServices.added(
                        generic.normaliser(), Destinations.sequences(Flows.site(300, 1))),
                generic.calibration(),
                generic.maturity());
    }

    private static SiteModel read(byte[] bytes) throws ModelFormatException {
        return ModelReader.model(bytes, "some.talon", TrustedKeys.any());
    }

    @Test
    void adaptorNamesTheModelItIsForAndAModelIsNoAdaptor() throws ModelFormatException {
        assertThat(ModelReader.modelOf(ADAPTOR, "site.talon")).isEqualTo(BASE.modelSha256());
        assertThatThrownBy(() -> ModelReader.modelOf(MODEL, "some.talon"))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("is a model, expected an adaptor");
    }

    @Test
    void whatIsReadIsWhatWasWritten() throws ModelFormatException {
        SiteModel adapted = BASE.withAdaptor(ADAPTOR, "site.talon");
        for (CoreTensor tensor : CoreTensor.values()) {
            assertThat(adapted.core().tensor(tensor)).containsExactly(BASE.core().tensor(tensor));
        }
        for (AdaptorTensor tensor : AdaptorTensor.values()) {
            assertThat(tensor.of(adapted.site().adaptor()))
                    .containsExactly(tensor.of(BASE.site().adaptor()));
        }
        assertThat(adapted.site().normaliser().median())
                .containsExactly(BASE.site().normaliser().median());
        ServiceRanges services = adapted.site().normaliser().ranges();
        ServiceRanges written = SITE.normaliser().ranges();
        assertThat(services.keys()).containsExactly(written.keys()).hasSizeGreaterThan(1);
        assertThat(services.low()).containsExactly(written.low());
        assertThat(services.typical()).containsExactly(written.typical());
        assertThat(services.high()).containsExactly(written.high());
        assertThat(adapted.threshold()).isEqualTo(BASE.threshold());
        assertThat(adapted.maturity()).isEqualTo(Maturity.GENERIC);
        assertThat(adapted.modelSha256()).isEqualTo(BASE.modelSha256()).matches("[0-9a-f]{64}");
        assertThat(adapted.adaptorSha256())
                .isNotEqualTo(BASE.modelSha256())
                .matches("[0-9a-f]{64}");
        assertThat(adapted.modelVersion())
                .isEqualTo(Version.STRING + "+" + BASE.modelSha256().substring(0, 8));
    }

    @Test
    void filesWithoutServicesAreHeldToOneScaleAroundTheMedian() throws ModelFormatException {
        Normaliser old =
                BASE.withAdaptor(without(ADAPTOR, TensorNames.SERVICES), "old.talon")
                        .site()
                        .normaliser();
        assertThat(old.scale()).containsExactly(BASE.site().normaliser().scale());
        assertThat(old.ranges().keys()).containsExactly(0);
        assertThat(old.ranges().typical()).containsExactly(old.median());
        assertThat(old.distance(0, 0, old.median()[0] - 2 * old.scale()[0]))
                .isCloseTo(2, within(1e-5));
    }

    private static byte[] without(byte[] bytes, String gone) throws ModelFormatException {
        TalonFile file = TalonFile.decode(bytes, "whole.talon", TrustedKeys.any());
        Tensors kept = new Tensors();
        for (Manifest.Tensor tensor : file.manifest().tensors()) {
            if (!tensor.name().equals(gone)) {
                kept.add(tensor.name(), tensor.rows(), file.tensor(tensor.name()));
            }
        }
        Manifest m = file.manifest();
        return TalonFile.encode(of(m, m.createdBy(), m.model(), kept), kept, KEY);
    }

    private static Manifest of(
            Manifest m, String createdBy, Manifest.Model model, Tensors tensors) {
        return new Manifest(
                m.format(),
                m.kind(),
                createdBy,
                m.profile(),
                m.shape(),
                model,
                m.maturity(),
                m.threshold(),
                m.tail(),
                m.madeWith(),
                tensors.entries());
    }

    /** The adaptor, signed and intact, but with this maker and for this model. */
    private static byte[] by(String createdBy, String model) throws ModelFormatException {
        TalonFile file = TalonFile.decode(ADAPTOR, "whole.talon", TrustedKeys.any());
        Tensors all = new Tensors();
        for (Manifest.Tensor tensor : file.manifest().tensors()) {
            all.add(tensor.name(), tensor.rows(), file.tensor(tensor.name()));
        }
        Manifest.Model made = model == null ? null : new Manifest.Model(model);
        return TalonFile.encode(of(file.manifest(), createdBy, made, all), all, KEY);
    }

    @Test
    void whatAFileSaysOfItselfIsFitForALine() throws ModelFormatException {
        String hash = BASE.modelSha256();
        assertThat(BASE.withAdaptor(by("Zoë's own, 2.1", hash), "a").adaptorVersion())
                .startsWith("Zoë's own, 2.1+");
        for (String maker : List.of("", "two\nlines", "\u001b[31m", "x".repeat(101))) {
            byte[] named = by(maker, hash);
            assertThatThrownBy(() -> BASE.withAdaptor(named, "a"))
                    .isInstanceOf(ModelFormatException.class)
                    .hasMessageContaining("maker");
        }
        for (String model : List.of("", "x", hash + "0", hash.toUpperCase(Locale.ROOT))) {
            byte[] named = by("talon", model);
            assertThatThrownBy(() -> ModelReader.modelOf(named, "a"))
                    .isInstanceOf(ModelFormatException.class)
                    .hasMessageContaining("no SHA-256");
        }
        byte[] unnamed = by("talon", null);
        assertThatThrownBy(() -> ModelReader.modelOf(unnamed, "a"))
                .hasMessageContaining("does not name the model");
    }

    @Test
    void sameContentGivesTheSameHashWhoeverSigns() throws ModelFormatException {
        byte[] again =
                ModelWriter.adaptor(BASE, SITE, Map.of("triplets", "5"), SigningKey.generate());
        assertThat(again).isNotEqualTo(ADAPTOR).hasSameSizeAs(ADAPTOR);
        assertThat(BASE.withAdaptor(again, "a").adaptorSha256())
                .isEqualTo(BASE.withAdaptor(ADAPTOR, "b").adaptorSha256());
        assertThat(read(TrainedModel.train(1)).modelSha256()).isEqualTo(BASE.modelSha256());
    }

    @Property(tries = 2000)
    void everyChangedByteIsRefused(
            @ForAll @IntRange(max = 1 << 20) int place,
            @ForAll @IntRange(min = 1, max = 255) int change) {
        byte[] bytes = ADAPTOR.clone();
        bytes[place % bytes.length] ^= (byte) change;
        assertRefused(bytes);
    }

    @Test
    void everyByteOfTheHeadCounts() {
        for (int i = 0; i < 8 + 4 + 40; i++) {
            byte[] bytes = ADAPTOR.clone();
            bytes[i] ^= 1;
            assertRefused(bytes);
        }
    }

    @Property(tries = 300)
    void everyCutFileIsRefused(@ForAll @IntRange(max = 1 << 20) int length) {
        assertRefused(Arrays.copyOf(ADAPTOR, length % ADAPTOR.length));
    }

    @Test
    void bytesAfterTheEndAreRefused() {
        assertRefused(Arrays.copyOf(ADAPTOR, ADAPTOR.length + 1));
    }

    private static void assertRefused(byte[] bytes) {
        assertThatThrownBy(() -> BASE.withAdaptor(bytes, "site.talon"))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageStartingWith("site.talon: ");
    }

    @Test
    void aHugeManifestLengthAllocatesNothing() {
        byte[] bytes = Arrays.copyOf(ADAPTOR, 200);
        bytes[11] = 0x7f;
        assertRefused(bytes);
    }

    @Test
    void kindsAreNotMixedUp() {
        assertThatThrownBy(() -> read(ADAPTOR))
                .hasMessageContaining("is an adaptor, expected a model");
        assertThatThrownBy(() -> BASE.withAdaptor(MODEL, "m"))
                .hasMessageContaining("is a model, expected an adaptor");
    }

    @Test
    void anAdaptorOfAnotherModelIsRefusedNamingBoth() throws ModelFormatException {
        SiteModel other = read(TrainedModel.train(2));
        assertThatThrownBy(() -> other.withAdaptor(ADAPTOR, "site.talon"))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(BASE.modelSha256().substring(0, 8))
                .hasMessageContaining(other.modelSha256().substring(0, 8));
    }

    @Test
    void numbersThatAreNotFiniteAreRefused() {
        Adaptor sound = BASE.site().adaptor();
        float[] bias = sound.outputBias().clone();
        bias[3] = Float.NaN;
        Adaptor broken =
                new Adaptor(
                        sound.width(),
                        sound.inner(),
                        sound.inputWeight(),
                        sound.inputBias(),
                        sound.outputWeight(),
                        bias);
        SiteParts parts =
                new SiteParts(
                        broken,
                        BASE.site().normaliser(),
                        BASE.site().calibration(),
                        Maturity.ADAPTED);
        byte[] bytes = ModelWriter.adaptor(BASE, parts, Map.of(), KEY);
        assertThatThrownBy(() -> BASE.withAdaptor(bytes, "site.talon"))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("adaptor.output_bias")
                .hasMessageContaining("not a finite number");
    }

    @Test
    void onlyTrustedKeysAreAccepted() throws ModelFormatException {
        assertThat(
                        BASE.withAdaptor(ADAPTOR, "a", TrustedKeys.of(List.of(KEY.publicKey())))
                                .adaptorSha256())
                .isNotEmpty();
        assertThatThrownBy(
                        () ->
                                BASE.withAdaptor(
                                        ADAPTOR,
                                        "a",
                                        TrustedKeys.of(List.of(SigningKey.generate().publicKey()))))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("not among the trusted");
    }

    @Test
    void keysAreReadFromPem(@TempDir Path folder) throws Exception {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Path file = folder.resolve("key.pem");
        Files.writeString(
                file,
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
        SigningKey key = SigningKey.read(file);
        assertThat(key.publicKey()).isEqualTo(PublicKeys.raw(pair.getPublic()));
        byte[] signed = ModelWriter.adaptor(BASE, BASE.site(), Map.of(), key);
        assertThat(
                        BASE.withAdaptor(signed, "a", TrustedKeys.of(List.of(key.publicKey())))
                                .maturity())
                .isEqualTo(Maturity.GENERIC);
    }

    @Test
    void otherKeyFilesAreRefusedWithARemedy(@TempDir Path folder) throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("key.pem"),
                        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        assertThatThrownBy(() -> SigningKey.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("openssl genpkey");
    }

    @Test
    void missingFilesAreNamed() {
        assertThatThrownBy(() -> SiteModel.load(Path.of("/nowhere/x.talon")))
                .isInstanceOf(ModelFormatException.class)
                .hasMessage("/nowhere/x.talon: there is no such file");
    }

    @Test
    void shippedModelIsSmallAndSound() {
        assertThat(SiteModel.base().profile().id()).isEqualTo("zeek-conn-v1");
        assertThat(SiteModel.base().maturity()).isEqualTo(Maturity.GENERIC);
        assertThat(TalonFileTest.class.getResource("/io/talon/ctalvae/base.talon"))
                .satisfies(
                        url ->
                                assertThat(url.openConnection().getContentLengthLong())
                                        .isLessThan(2 << 20));
    }
}
