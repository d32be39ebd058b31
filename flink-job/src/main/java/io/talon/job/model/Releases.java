// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.model;

import io.talon.control.v1.AdaptorRelease;
import io.talon.control.v1.ModelRelease;
import io.talon.ctalvae.io.ModelFormatException;
import io.talon.ctalvae.io.ModelReader;
import io.talon.ctalvae.io.TrustedKeys;
import io.talon.ctalvae.model.SiteModel;
import java.nio.ByteBuffer;

/** Reading releases. */
final class Releases {

    private Releases() {}

    /** How a release is called in messages: {@code tenant/site/version}. */
    static String name(AdaptorRelease release) {
        return "%s/%s/%d".formatted(release.getTenant(), release.getSite(), release.getVersion());
    }

    /** The adaptor file; the release has one. */
    static byte[] adaptor(AdaptorRelease release) {
        return bytes(release.getAdaptor());
    }

    /** The hash of the model that the release's adaptor was made for. */
    static String modelOf(AdaptorRelease release) throws ModelFormatException {
        return ModelReader.modelOf(adaptor(release), name(release));
    }

    /** The released model; who released it was checked by the record's signature. */
    static SiteModel model(ModelRelease release) throws ModelFormatException {
        return ModelReader.model(
                bytes(release.getModel()),
                "model release " + release.getVersion(),
                TrustedKeys.any());
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
