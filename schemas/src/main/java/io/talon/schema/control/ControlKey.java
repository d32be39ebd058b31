// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.schema.control;

import io.talon.control.v1.AdaptorRelease;
import io.talon.control.v1.ModelRelease;
import io.talon.control.v1.SiteSettings;
import io.talon.control.v1.Suppression;

/** Kafka keys on {@code talon.control}: of all records with one key, compaction keeps the last. */
public final class ControlKey {

    private ControlKey() {}

    /** {@code tenant|site}, and {@code tenant|site|role} for a role other than active. */
    public static String of(AdaptorRelease release) {
        String site = release.getTenant() + "|" + release.getSite();
        return release.getRole().equals(ReleaseRole.ACTIVE) ? site : site + "|" + release.getRole();
    }

    /** {@code |model|sha256}: no tenant's, and each model's newest release is kept. */
    public static String of(ModelRelease release) {
        return "|model|" + release.getModelSha256();
    }

    /** {@code tenant|site|settings}. */
    public static String of(SiteSettings settings) {
        return settings.getTenant() + "|" + settings.getSite() + "|settings";
    }

    /**
     * {@code tenant||id}: nothing between the bars, where a release has its site, so that no id can
     * take the place of a site's release.
     */
    public static String of(Suppression suppression) {
        return suppression.getTenant() + "||" + suppression.getId();
    }
}
