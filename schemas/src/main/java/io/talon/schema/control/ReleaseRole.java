// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.schema.control;

/** What a released adaptor is to its site: the values of {@code AdaptorRelease.role}. */
public final class ReleaseRole {

    /** The site's scores are its. */
    public static final String ACTIVE = "active";

    /** Scored beside the active one, to compare; raises no alert. */
    public static final String SHADOW = "shadow";

    private ReleaseRole() {}
}
