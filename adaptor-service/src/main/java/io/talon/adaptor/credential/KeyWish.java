// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.credential;

import io.talon.adaptor.tenant.Names;
import io.talon.adaptor.tenant.Role;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;

/**
 * What a new key is for.
 *
 * @param name who will use it
 * @param role what it allows; null: what the operation gives by default
 * @param sites the only ones that it reaches; null or empty: all
 * @param expires null: never
 */
record KeyWish(
        @NotNull @Size(min = 1, max = 100) String name,
        Role role,
        @Size(max = 100)
                List<@NotNull @Pattern(regexp = Names.SITE, message = Names.SITE_ALLOWED) String>
                        sites,
        @Future Instant expires) {

    KeyWish {
        sites = sites == null ? List.of() : List.copyOf(sites);
    }

    KeyWish withRoleOr(Role other) {
        return new KeyWish(name, role == null ? other : role, sites, expires);
    }
}
