// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.model;

import io.talon.control.v1.AdaptorRelease;
import io.talon.schema.control.ReleaseRole;

/**
 * What a site runs. Immutable.
 *
 * @param models those that were released: the adaptors' own, and what a site without one runs
 * @param active the release whose scores count; null = none was released to the site
 * @param shadow the release scored beside it; null = none
 */
public record Assignment(ReleasedModels models, AdaptorRelease active, AdaptorRelease shadow) {

    /** Of a site that nothing was released to, where no model was. */
    public static final Assignment NONE = new Assignment(ReleasedModels.NONE, null, null);

    /** With this release in its role; a shadow without adaptor ends the shadow. */
    public Assignment with(AdaptorRelease release) {
        if (release.getRole().equals(ReleaseRole.SHADOW)) {
            return new Assignment(
                    models, active, release.getAdaptorSha256() == null ? null : release);
        }
        return new Assignment(models, release, shadow);
    }

    /** The same where these models were released. */
    public Assignment with(ReleasedModels released) {
        return new Assignment(released, active, shadow);
    }
}
