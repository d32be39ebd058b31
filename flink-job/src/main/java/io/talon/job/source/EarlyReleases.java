// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.source;

import io.talon.control.v1.AdaptorRelease;
import io.talon.schema.control.ControlKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Releases of adaptors that came before the release of their model: of each site and role the
 * newest. Not thread-safe.
 */
final class EarlyReleases {

    private record Early(long version, RawRecord raw) {}

    private final Map<String, Early> byKey = new HashMap<>();

    /** Holds the record, which is this release, unless a newer one in its place is held. */
    void hold(AdaptorRelease release, RawRecord raw) {
        byKey.merge(
                ControlKey.of(release),
                new Early(release.getVersion(), raw),
                (held, added) -> added.version() >= held.version() ? added : held);
    }

    /** Forgets what this release takes the place of. */
    void overtakenBy(AdaptorRelease release) {
        byKey.computeIfPresent(
                ControlKey.of(release),
                (key, held) -> held.version() <= release.getVersion() ? null : held);
    }

    /** Gives back all, to be tried again. */
    List<RawRecord> letGo() {
        List<RawRecord> all = held();
        byKey.clear();
        return all;
    }

    /** All, as they came. */
    List<RawRecord> held() {
        return byKey.values().stream().map(Early::raw).toList();
    }

    int size() {
        return byKey.size();
    }
}
