// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.tenant;

/**
 * What tenants and sites may be called. The names become part of Kafka keys, index names and
 * documents, and hold nothing that means something there. The job refuses others.
 */
public final class Names {
    /** A tenant. */
    public static final String TENANT = "[a-z0-9][a-z0-9_]{0,62}";

    /** A site. */
    public static final String SITE = "[A-Za-z0-9][A-Za-z0-9._-]{0,62}";

    /** What {@link #TENANT} allows, in words. */
    public static final String TENANT_ALLOWED =
            "may hold a to z, 0 to 9 and _, at most 63, beginning with a letter or digit";

    /** What {@link #SITE} allows, in words. */
    public static final String SITE_ALLOWED =
            "may hold letters, digits and . _ -, at most 63, beginning with a letter or digit";

    private Names() {}
}
