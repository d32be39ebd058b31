// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.credential;

import io.talon.adaptor.problem.ProblemException;
import io.talon.adaptor.tenant.Caller;
import io.talon.adaptor.tenant.Needs;
import io.talon.adaptor.tenant.Role;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The keys of the caller's tenant. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/keys")
class KeyResource {
    @Inject ApiKeys keys;
    @Inject Caller caller;

    record KeyList(List<ApiKeys.KeyInfo> keys) {}

    @GET
    @Needs(Role.ADMIN)
    public KeyList all() {
        return new KeyList(keys.of(caller.tenant()));
    }

    @POST
    @Needs(Role.ADMIN)
    public Response create(@Valid @NotNull KeyWish wish) {
        ApiKey key = ApiKey.random();
        ApiKeys.KeyInfo made =
                keys.add(caller.tenant(), wish.withRoleOr(Role.VIEWER), caller.name(), key)
                        .orElseThrow();
        return Response.status(Response.Status.CREATED)
                .entity(KeyView.of(caller.tenant(), made, key))
                .build();
    }

    @DELETE
    @Path("/{key}")
    @Needs(Role.ADMIN)
    public void revoke(@PathParam("key") String key) {
        if (!keys.revoke(caller.tenant(), key)) {
            throw ProblemException.notFound("key '" + key + "'");
        }
    }
}
