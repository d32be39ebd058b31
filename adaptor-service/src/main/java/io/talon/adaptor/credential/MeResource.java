// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.credential;

import io.talon.adaptor.tenant.AnyCaller;
import io.talon.adaptor.tenant.Caller;
import io.talon.adaptor.tenant.Identity;
import io.talon.adaptor.tenant.Role;
import io.talon.adaptor.tenant.SignIn;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;

/** Who calls. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/me")
class MeResource {
    @Inject Caller caller;

    /**
     * @param tenant null for the operator
     * @param roles all that the credential covers
     */
    record Me(String tenant, String name, List<Role> roles, boolean operator, SignIn signIn) {}

    @GET
    @AnyCaller
    public Me me() {
        if (caller.identity().isEmpty()) {
            return new Me(null, caller.name(), List.of(), caller.operates(), SignIn.API_KEY);
        }
        Identity who = caller.identity().get();
        List<Role> roles = Arrays.stream(Role.values()).filter(who.role()::covers).toList();
        return new Me(who.tenant(), who.name(), roles, false, who.signIn());
    }
}
