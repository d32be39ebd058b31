// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.model;

import io.talon.ctalvae.io.ModelFormatException;
import io.talon.ctalvae.io.ModelReader;
import io.talon.ctalvae.io.TrustedKeys;
import io.talon.ctalvae.model.SiteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The base models that sites and adaptors may need: all that were released or shipped. Each is read
 * once and kept in memory; which one is the base is looked up every time, for another instance may
 * have released one.
 */
@ApplicationScoped
public class KnownModels {
    private static final int NAMED = 10;

    @Inject StoredModels stored;
    @Inject ShippedModel shipped;

    private final Map<String, SiteModel> read = new ConcurrentHashMap<>();

    /** What sites without an adaptor run: what was released last, or else the shipped model. */
    public SiteModel base() {
        return stored.newestRelease().map(this::of).orElseGet(SiteModel::base);
    }

    /** The model of this hash, if it is known. */
    public Optional<SiteModel> find(String sha256) {
        return isShipped(sha256) || stored.knows(sha256)
                ? Optional.of(of(sha256))
                : Optional.empty();
    }

    /** What the known ones are called, for messages; the newest release first. */
    public List<String> labels() {
        shipped.keep();
        return stored.labels(NAMED);
    }

    static boolean isShipped(String sha256) {
        return sha256.equals(SiteModel.base().modelSha256());
    }

    private SiteModel of(String sha256) {
        if (isShipped(sha256)) {
            return SiteModel.base();
        }
        SiteModel known = read.get(sha256);
        if (known == null) {
            known = read(sha256);
            read.put(sha256, known);
        }
        return known;
    }

    private SiteModel read(String sha256) {
        try {
            return ModelReader.model(
                    stored.file(sha256), "base model " + sha256, TrustedKeys.any());
        } catch (ModelFormatException e) {
            throw new IllegalStateException(
                    e.getMessage() + ". Release a model that this version of Talon reads", e);
        }
    }
}
