// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.tenant;

import io.talon.adaptor.problem.ProblemException;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Making tenants and their keys, for whoever runs the service. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/tenants")
@Tag(name = "Tenants", description = "For the admin key only.")
class TenantResource {
    @Inject Caller caller;
    @Inject Tenants tenants;

    /**
     * What a new tenant is called.
     *
     * @param name as in all its documents and indices
     */
    record NewTenant(
            @NotNull @Pattern(regexp = Names.TENANT, message = Names.TENANT_ALLOWED) String name) {}

    /**
     * What a new key is for.
     *
     * @param name who will use it
     */
    record NewKey(@NotNull @Size(min = 1, max = 100) String name) {}

    /**
     * A key, told once.
     *
     * @param key to be sent in {@code Authorization: ApiKey <key>}
     */
    record KeyView(String tenant, String name, String key) {
        /** Without the secret. */
        @Override
        public String toString() {
            return "KeyView[" + tenant + ", " + name + "]";
        }
    }

    @POST
    @Operation(summary = "Make a tenant")
    @APIResponseSchema(value = NewTenant.class, responseCode = "201")
    public Response create(@Valid @NotNull NewTenant tenant) {
        caller.requireAdmin();
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
    @Operation(summary = "Give a tenant an API key", description = "It is shown only now.")
    @APIResponseSchema(value = KeyView.class, responseCode = "201")
    public Response addKey(@PathParam("tenant") String tenant, @Valid @NotNull NewKey newKey) {
        caller.requireAdmin();
        ApiKey key = ApiKey.random();
        if (!tenants.addKey(tenant, newKey.name(), key)) {
            throw ProblemException.notFound("tenant '" + tenant + "'");
        }
        return Response.status(Response.Status.CREATED)
                .entity(new KeyView(tenant, newKey.name(), key.secret()))
                .build();
    }
}
