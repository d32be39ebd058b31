// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.release;

import io.talon.adaptor.site.Site;
import java.time.Instant;

/**
 * What was released.
 *
 * @param role active or shadow
 * @param release number of the release; grows with every one of the site and role
 * @param adaptor version of the adaptor; null: the base model, or no shadow
 */
record ReleaseView(
        String site, String role, long release, Long adaptor, Instant released, String releasedBy) {

    static ReleaseView of(Site site, SiteRelease release) {
        return new ReleaseView(
                site.name(),
                release.role,
                release.number,
                release.adaptor,
                release.released,
                release.releasedBy);
    }
}
