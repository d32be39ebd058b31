// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.credential;

import io.talon.adaptor.tenant.Role;
import java.time.Instant;
import java.util.List;

/**
 * A key, told once.
 *
 * @param key to be sent in {@code Authorization: ApiKey <key>}
 */
record KeyView(
        String tenant,
        String id,
        String name,
        Role role,
        List<String> sites,
        Instant created,
        Instant expires,
        String key) {

    static KeyView of(String tenant, ApiKeys.KeyInfo info, ApiKey key) {
        return new KeyView(
                tenant,
                info.id(),
                info.name(),
                info.role(),
                info.sites().isEmpty() ? null : info.sites(),
                info.created(),
                info.expires(),
                key.secret());
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "KeyView[" + tenant + ", " + name + "]";
    }
}
