// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.part;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;

/**
 * API keys of the adaptor service that are valid for one run. They are handed over in the
 * environment, never on a command line.
 *
 * @param tenant whose sites the key gives access to
 * @param secret what a client sends
 */
public record DemoKeys(String tenant, String secret) {
    /** The tenant of the demo's sites. */
    public static final String TENANT = "demo";

    private static final int BYTES = 24;

    static DemoKeys create() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return new DemoKeys(TENANT, "talon_" + HexFormat.of().formatHex(random));
    }

    /** How the service learns of them. */
    Map<String, String> environment() {
        return Map.of("TALON_DEMO_TENANT", tenant, "TALON_DEMO_KEY", secret);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "DemoKeys[tenant=" + tenant + "]";
    }
}
