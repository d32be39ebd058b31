// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.model;

import io.talon.control.v1.AdaptorRelease;
import io.talon.schema.control.ReleaseRole;

/**
 * Which adaptors a site runs. Immutable.
 *
 * @param active the release whose scores count; null = none was released to the site
 * @param shadow the release scored beside it; null = none
 */
public record Assignment(AdaptorRelease active, AdaptorRelease shadow) {

    /** Of a site that nothing was released to. */
    public static final Assignment NONE = new Assignment(null, null);

    /** With this release in its role; a shadow without adaptor ends the shadow. */
    public Assignment with(AdaptorRelease release) {
        if (release.getRole().equals(ReleaseRole.SHADOW)) {
            return new Assignment(active, release.getAdaptorSha256() == null ? null : release);
        }
        return new Assignment(release, shadow);
    }
}
