// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.bundle;

import io.talon.adaptor.adaptor.AdaptorInfo;
import io.talon.adaptor.tenant.Needs;
import io.talon.adaptor.tenant.Role;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Adaptors that move between services. */
@Path("/api/v1/sites/{site}/adaptors")
class BundleResource {
    private static final String ZIP = "application/zip";

    @Inject Bundles bundles;

    @GET
    @Path("/{version}/bundle")
    @Produces(ZIP)
    @Needs(Role.ANALYST)
    public Response export(@PathParam("site") String site, @PathParam("version") long version) {
        return Response.ok(bundles.export(site, version), ZIP)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + site + "-" + version + ".talon-bundle.zip\"")
                .build();
    }

    @POST
    @Path("/import")
    @Consumes(ZIP)
    @Produces(MediaType.APPLICATION_JSON)
    @Needs(Role.APPROVER)
    public Response take(@PathParam("site") String site, byte[] bundle) {
        AdaptorInfo added = bundles.take(site, bundle);
        URI location = URI.create("/api/v1/sites/" + site + "/adaptors/" + added.version());
        return Response.created(location).entity(added).build();
    }
}
