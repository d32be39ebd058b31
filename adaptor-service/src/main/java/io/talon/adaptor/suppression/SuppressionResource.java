// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.suppression;

import io.talon.adaptor.page.Page;
import io.talon.adaptor.page.Paging;
import io.talon.adaptor.tenant.Needs;
import io.talon.adaptor.tenant.Role;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** The suppressions of a tenant. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/suppressions")
class SuppressionResource {
    @Inject Suppressions suppressions;

    record SuppressionList(List<SuppressionView> suppressions, String next) {}

    @GET
    @Needs(Role.VIEWER)
    public SuppressionList page(@Valid @BeanParam Paging paging) {
        Page<SuppressionView> page = suppressions.page(paging);
        return new SuppressionList(page.items(), page.next());
    }

    @POST
    @Needs(Role.ANALYST)
    public Response create(@Valid @NotNull NewSuppression wanted) {
        SuppressionView made = suppressions.create(wanted);
        return Response.created(URI.create("/api/v1/suppressions/" + made.id()))
                .entity(made)
                .build();
    }

    @GET
    @Path("/{suppression}")
    @Needs(Role.VIEWER)
    public SuppressionView one(@PathParam("suppression") UUID id) {
        return suppressions.one(id);
    }

    @DELETE
    @Path("/{suppression}")
    @Needs(Role.ANALYST)
    public SuppressionView withdraw(@PathParam("suppression") UUID id) {
        return suppressions.withdraw(id);
    }
}
