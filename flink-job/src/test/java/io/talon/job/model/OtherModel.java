// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.model;

import io.talon.control.v1.AdaptorRelease;
import io.talon.control.v1.ModelRelease;
import io.talon.ctalvae.io.ModelFormatException;
import io.talon.ctalvae.io.ModelReader;
import io.talon.ctalvae.io.ModelWriter;
import io.talon.ctalvae.io.SigningKey;
import io.talon.ctalvae.io.TrustedKeys;
import io.talon.ctalvae.model.Core;
import io.talon.ctalvae.model.CoreTensor;
import io.talon.ctalvae.model.Maturity;
import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.model.SiteParts;
import io.talon.job.flow.Sha256;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;

/**
 * Real models that are not the shipped one, and real adaptors for any: files as {@code talon train}
 * and {@code talon adapt} write them, without the training.
 *
 * @param bytes the file
 * @param read what it holds
 */
public record OtherModel(byte[] bytes, SiteModel read) {

    /** The shipped model with another bias; each number gives another model, other scores. */
    public static OtherModel number(int number) {
        SiteModel base = SiteModel.base();
        float[][] tensors = new float[CoreTensor.values().length][];
        for (CoreTensor tensor : CoreTensor.values()) {
            tensors[tensor.ordinal()] = base.core().tensor(tensor).clone();
        }
        tensors[CoreTensor.DECODER_BIAS.ordinal()][0] += number;
        byte[] bytes =
                ModelWriter.model(
                        base.profile(),
                        new Core(base.core().shape(), tensors),
                        base.site(),
                        Map.of("test", Integer.toString(number)),
                        SigningKey.generate());
        try {
            return new OtherModel(bytes, ModelReader.model(bytes, "a test's", TrustedKeys.any()));
        } catch (ModelFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its hash. */
    public String sha256() {
        return read.modelSha256();
    }

    /** A release of it, not signed. */
    public ModelRelease release(long version) {
        return ModelRelease.newBuilder()
                .setVersion(version)
                .setReleased(Instant.EPOCH)
                .setProfile(read.profile().id())
                .setModelSha256(sha256())
                .setModel(ByteBuffer.wrap(bytes))
                .build();
    }

    /** A release of an adaptor for this model to a site of acme's, not signed. */
    public static AdaptorRelease adaptorFor(SiteModel model, String site, long version) {
        SiteParts generic = model.site();
        byte[] bytes =
                ModelWriter.adaptor(
                        model,
                        new SiteParts(
                                generic.adaptor(),
                                generic.normaliser(),
                                generic.calibration(),
                                Maturity.ADAPTED),
                        Map.of("test", site + version),
                        SigningKey.generate());
        return AdaptorRelease.newBuilder()
                .setTenant("acme")
                .setSite(site)
                .setVersion(version)
                .setReleased(Instant.EPOCH)
                .setAdaptorSha256(Sha256.of(bytes))
                .setAdaptor(ByteBuffer.wrap(bytes))
                .build();
    }
}
