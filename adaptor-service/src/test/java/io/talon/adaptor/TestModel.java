// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor;

import io.restassured.response.ValidatableResponse;
import io.talon.ctalvae.feature.FeatureProfile;
import io.talon.ctalvae.io.ModelFormatException;
import io.talon.ctalvae.io.ModelReader;
import io.talon.ctalvae.io.ModelWriter;
import io.talon.ctalvae.io.SigningKey;
import io.talon.ctalvae.io.TrustedKeys;
import io.talon.ctalvae.model.Adaptor;
import io.talon.ctalvae.model.Core;
import io.talon.ctalvae.model.CoreShape;
import io.talon.ctalvae.model.CoreTensor;
import io.talon.ctalvae.model.Normaliser;
import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.model.SiteParts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Real files of base models, made as {@code talon train} makes them, only without training. */
public final class TestModel {
    private static final SigningKey KEY = SigningKey.generate();

    private TestModel() {}

    /** The shipped model's weights under another manifest; each name gives another model. */
    public static byte[] file(String name) {
        SiteModel base = SiteModel.base();
        return file(base.profile(), base.core(), base.site(), name);
    }

    /** A model that knows nothing, of a core and features of any width. */
    public static byte[] blank(FeatureProfile profile, int inner) {
        SiteModel base = SiteModel.base();
        CoreShape like = base.core().shape();
        CoreShape shape = new CoreShape(inner, like.hidden(), like.latent());
        float[][] weights =
                Stream.of(CoreTensor.values())
                        .map(t -> new float[t.rows(shape) * t.columns(shape)])
                        .toArray(float[][]::new);
        int width = profile.width();
        float[] ones = new float[width];
        Arrays.fill(ones, 1);
        SiteParts generic =
                new SiteParts(
                        new Adaptor(
                                width,
                                inner,
                                new float[width * inner],
                                new float[inner],
                                new float[inner * width],
                                new float[width]),
                        new Normaliser(new float[width], ones),
                        base.site().calibration(),
                        base.site().maturity());
        return file(profile, new Core(shape, weights), generic, "blank");
    }

    /** The model of a file. */
    public static SiteModel of(byte[] file) {
        try {
            return ModelReader.model(file, "the test's model", TrustedKeys.any());
        } catch (ModelFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends a file. */
    public static ValidatableResponse release(byte[] file) {
        return Api.asAdmin()
                .contentType("application/octet-stream")
                .body(file)
                .post("/api/v1/models")
                .then();
    }

    /** Releases a known one again. */
    public static ValidatableResponse release(String sha256) {
        return Api.asAdmin().post("/api/v1/models/" + sha256 + "/release").then();
    }

    /** Releases the shipped one, so that the next test finds things as they usually are. */
    public static void releaseShipped() {
        release(SiteModel.base().modelSha256()).statusCode(200);
    }

    /** Versions of releases that so many clients made at once, in rising order. */
    public static List<Integer> releasedAtOnce(int clients) {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            byte[] file = file("at once");
            String shipped = SiteModel.base().modelSha256();
            return IntStream.range(0, clients)
                    .mapToObj(
                            i ->
                                    CompletableFuture.supplyAsync(
                                            () -> i % 2 == 0 ? release(file) : release(shipped),
                                            threads))
                    .toList()
                    .stream()
                    .map(answer -> answer.join().statusCode(200).extract().<Integer>path("version"))
                    .sorted()
                    .toList();
        } finally {
            threads.shutdown();
        }
    }

    private static byte[] file(FeatureProfile profile, Core core, SiteParts generic, String name) {
        return ModelWriter.model(profile, core, generic, Map.of("test", name), KEY);
    }
}
