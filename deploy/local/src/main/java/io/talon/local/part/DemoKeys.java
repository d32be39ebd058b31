// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.part;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/**
 * Throw-away keys of one run.
 *
 * @param tenant whose sites the demo's flows are of
 * @param secret the API key of that tenant
 * @param otherSecret the API key of {@link #OTHER}, a second tenant, who sees nothing of the first
 * @param operatorSecret the key that makes tenants
 */
public record DemoKeys(String tenant, String secret, String otherSecret, String operatorSecret) {
    /** The tenant of the demo's sites. */
    public static final String TENANT = "demo";

    /** The second tenant. */
    public static final String OTHER = "other";

    private static final int BYTES = 24;

    static DemoKeys create() {
        return new DemoKeys(TENANT, random(), random(), random());
    }

    /** How the service learns of them. */
    Map<String, String> environment() {
        return Map.of(
                "TALON_DEMO_TENANT",
                tenant,
                "TALON_DEMO_KEY",
                secret,
                "TALON_DEMO_KEYS_" + OTHER.toUpperCase(Locale.ROOT),
                otherSecret,
                "TALON_ADMIN_KEY",
                operatorSecret);
    }

    private static String random() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return "talon_" + HexFormat.of().formatHex(random);
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "DemoKeys[tenant=" + tenant + "]";
    }
}
