// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.flow;

import java.util.regex.Pattern;

/**
 * A tenant's site. Both names become part of keys, ids and index names, so they hold nothing that
 * means something there.
 *
 * @param tenant lower-case letters, digits, underscores, at most 63, not beginning with one
 * @param site letters, digits, dot, underscore, hyphen, at most 63, beginning with letter or digit
 */
public record SiteId(String tenant, String site) {

    private static final Pattern TENANT = Pattern.compile("[a-z0-9][a-z0-9_]{0,62}");
    private static final Pattern SITE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");

    /**
     * @throws IllegalArgumentException if a name is not as described; says which and what is
     *     allowed
     */
    public SiteId {
        check(
                "tenant",
                tenant,
                TENANT,
                "a to z, 0 to 9 and _, at most 63, beginning with a letter or digit");
        check(
                "site",
                site,
                SITE,
                "letters, digits and . _ -, at most 63, beginning with a letter or digit");
    }

    /** {@code tenant|site}. */
    public String key() {
        return tenant + "|" + site;
    }

    private static void check(String what, String name, Pattern pattern, String allowed) {
        if (!pattern.matcher(name).matches()) {
            String shown = name.length() > 80 ? name.substring(0, 80) + "…" : name;
            throw new IllegalArgumentException(
                    "%s '%s' is not allowed: %s".formatted(what, shown, allowed));
        }
    }
}
