// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.credential;

import io.talon.adaptor.page.Page;
import io.talon.adaptor.page.Paging;
import io.talon.adaptor.problem.ProblemException;
import io.talon.adaptor.tenant.Caller;
import io.talon.adaptor.tenant.Names;
import io.talon.adaptor.tenant.Role;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;

/** Tenants and their first keys, for whoever runs the service: without a role, all is his alone. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/tenants")
class TenantResource {
    @Inject Tenants tenants;
    @Inject ApiKeys keys;
    @Inject Caller caller;

    /**
     * What a new tenant is called.
     *
     * @param name as in all its documents and indices
     */
    record NewTenant(
            @NotNull @Pattern(regexp = Names.TENANT, message = Names.TENANT_ALLOWED) String name) {}

    record TenantList(List<Tenants.Tenant> tenants, String next) {}

    @GET
    public TenantList page(@Valid @BeanParam Paging paging) {
        Page<Tenants.Tenant> page = tenants.page(paging);
        return new TenantList(page.items(), page.next());
    }

    @POST
    public Response create(@Valid @NotNull NewTenant tenant) {
        if (!tenants.create(tenant.name())) {
            throw ProblemException.conflict(
                    "tenant-exists",
                    "there is a tenant '" + tenant.name() + "' already",
                    "Choose another name.");
        }
        return Response.created(URI.create("/api/v1/tenants/" + tenant.name()))
                .entity(tenant)
                .build();
    }

    @POST
    @Path("/{tenant}/keys")
    public Response addKey(@PathParam("tenant") String tenant, @Valid @NotNull KeyWish wish) {
        ApiKey key = ApiKey.random();
        ApiKeys.KeyInfo made =
                keys.add(tenant, wish.withRoleOr(Role.ADMIN), caller.name(), key)
                        .orElseThrow(() -> ProblemException.notFound("tenant '" + tenant + "'"));
        return Response.status(Response.Status.CREATED)
                .entity(KeyView.of(tenant, made, key))
                .build();
    }
}
