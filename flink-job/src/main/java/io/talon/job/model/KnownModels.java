// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.model;

import io.talon.ctalvae.model.SiteModel;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The models that adaptors can be put on, each read once. Not thread-safe. */
final class KnownModels {

    private final SiteModel own;
    private final Map<String, SiteModel> byHash = new HashMap<>();

    /**
     * @param own the one that the job was started with
     */
    KnownModels(SiteModel own) {
        this.own = own;
        add(own);
    }

    SiteModel own() {
        return own;
    }

    /** Adds a model unless it is there: adaptors of one model share its weights. */
    void add(SiteModel model) {
        byHash.putIfAbsent(model.modelSha256(), model);
    }

    Optional<SiteModel> find(String sha256) {
        return Optional.ofNullable(byHash.get(sha256));
    }
}
