// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.operator;

import io.talon.control.v1.AdaptorRelease;
import io.talon.control.v1.ModelRelease;
import io.talon.job.flow.SiteId;
import io.talon.job.model.Assignment;
import io.talon.job.model.ReleasedModels;
import io.talon.schema.control.ControlKey;
import io.talon.schema.control.ReleaseRole;
import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;

/**
 * The models and the adaptors of each site, at hand for every flow. What is in force stands in
 * broadcast state; this is derived from it after every restore. Not thread-safe.
 */
final class Assignments implements Serializable {

    private static final long serialVersionUID = 1L;

    private transient Map<String, Assignment> bySite;

    /** Of a site that nothing was released to. */
    private transient volatile Assignment none;

    /** Read by whoever reports metrics. */
    private transient volatile Instant oldest;

    /** What this site, {@code tenant|site}, runs. */
    Assignment of(String site) {
        return bySite.getOrDefault(site, none);
    }

    /** Whether they are at hand. */
    boolean derived() {
        return bySite != null;
    }

    /** Puts at hand what is in force. */
    void derive(
            ReadOnlyBroadcastState<String, AdaptorRelease> releases,
            ReadOnlyBroadcastState<String, ModelRelease> models)
            throws Exception {
        ReleasedModels released = ReleasedModels.NONE;
        for (Map.Entry<String, ModelRelease> entry : models.immutableEntries()) {
            released = released.with(entry.getValue());
        }
        none = Assignment.NONE.with(released);
        bySite = new HashMap<>();
        for (Map.Entry<String, AdaptorRelease> entry : releases.immutableEntries()) {
            put(entry.getValue());
        }
        oldest = findOldest();
    }

    private Instant findOldest() {
        return bySite.values().stream()
                .map(Assignment::active)
                .filter(release -> release != null && release.getAdaptorSha256() != null)
                .map(AdaptorRelease::getReleased)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Of a site's first release, which is far more often than one in another's place. */
    private static Instant older(Instant known, AdaptorRelease release) {
        if (release.getAdaptorSha256() == null || release.getRole().equals(ReleaseRole.SHADOW)) {
            return known;
        }
        return known == null || release.getReleased().isBefore(known)
                ? release.getReleased()
                : known;
    }

    /** When the oldest adaptor whose scores count was released; null if there is none. */
    Instant oldest() {
        return oldest;
    }

    private void put(AdaptorRelease release) {
        String site = new SiteId(release.getTenant(), release.getSite()).key();
        bySite.merge(site, none.with(release), (assigned, added) -> assigned.with(release));
    }

    /**
     * Takes an adaptor's release into force; what was in force must be at hand.
     *
     * @return false if it is not newer than what its site has in its role; nothing changes then
     */
    boolean take(AdaptorRelease release, BroadcastState<String, AdaptorRelease> releases)
            throws Exception {
        String key = ControlKey.of(release);
        AdaptorRelease current = releases.get(key);
        if (current != null && release.getVersion() <= current.getVersion()) {
            return false;
        }
        releases.put(key, release);
        put(release);
        oldest = current == null ? older(oldest, release) : findOldest();
        return true;
    }

    /**
     * Takes a model's release into force; what was in force must be at hand.
     *
     * @return false if it is not newer than the same model's before; nothing changes then
     */
    boolean take(ModelRelease release, BroadcastState<String, ModelRelease> models)
            throws Exception {
        String key = ControlKey.of(release);
        ModelRelease current = models.get(key);
        if (current != null && release.getVersion() <= current.getVersion()) {
            return false;
        }
        models.put(key, release);
        ReleasedModels released = none.models().with(release);
        none = Assignment.NONE.with(released);
        bySite.replaceAll((site, assigned) -> assigned.with(released));
        return true;
    }

    /** The version of the model that sites without an adaptor run, 0 for the job's own. */
    long modelVersion() {
        Assignment now = none;
        return now == null || now.models().newest() == null
                ? 0
                : now.models().newest().getVersion();
    }
}
