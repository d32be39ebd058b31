// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.model;

import io.talon.control.v1.ModelRelease;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * The models that were released. The newest release says what sites without an adaptor run; the
 * others are there for the adaptors that were made for them. Immutable.
 */
public final class ReleasedModels {

    /** None: sites run the model that the job was started with. */
    public static final ReleasedModels NONE = new ReleasedModels(Map.of());

    private final Map<String, ModelRelease> byHash;
    private final ModelRelease newest;

    private ReleasedModels(Map<String, ModelRelease> byHash) {
        this.byHash = byHash;
        this.newest =
                byHash.values().stream()
                        .max(Comparator.comparingLong(ModelRelease::getVersion))
                        .orElse(null);
    }

    /** These and that one, in place of an earlier release of the same model. */
    public ReleasedModels with(ModelRelease release) {
        Map<String, ModelRelease> all = new TreeMap<>(byHash);
        all.put(release.getModelSha256(), release);
        return new ReleasedModels(all);
    }

    /** What sites without an adaptor run; null for the model that the job was started with. */
    public ModelRelease newest() {
        return newest;
    }

    /** The release of the model of this hash, null if it was not released. */
    public ModelRelease of(String sha256) {
        return byHash.get(sha256);
    }

    /** All of them. */
    public Collection<ModelRelease> all() {
        return byHash.values();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReleasedModels that && that.byHash.equals(byHash);
    }

    @Override
    public int hashCode() {
        return byHash.keySet().hashCode();
    }
}
