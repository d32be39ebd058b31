// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.model;

import io.talon.ctalvae.model.SiteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Keeps the shipped model among the others: adaptors that were made for it still need it when a
 * later Talon ships another one.
 */
@ApplicationScoped
class ShippedModel {
    private static final String FILE = "/io/talon/ctalvae/base.talon";

    @Inject StoredModels stored;

    /** Does so, if it is not kept yet. */
    @Transactional
    void keep() {
        SiteModel shipped = SiteModel.base();
        if (!stored.knows(shipped.modelSha256())) {
            stored.lock();
            stored.keep(new ModelFile(file(), shipped));
        }
    }

    private static byte[] file() {
        try (InputStream in = SiteModel.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(
                        "the shipped model is not on the class path: " + FILE + ". Rebuild Talon");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
