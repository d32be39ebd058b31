// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.model;

import io.talon.ctalvae.io.ModelReader;
import io.talon.ctalvae.io.TrustedKeys;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads the shipped model when it is first asked for. */
final class BaseModel {
    private static final String RESOURCE = "/io/talon/ctalvae/base.talon";

    static final SiteModel MODEL = read();

    private BaseModel() {}

    private static SiteModel read() {
        try (InputStream in = BaseModel.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(
                        "the shipped model is not on the class path: "
                                + RESOURCE
                                + ". Rebuild Talon, or name a model file");
            }
            return ModelReader.model(in.readAllBytes(), "base.talon", TrustedKeys.any());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
