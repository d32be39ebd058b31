// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.training;

import io.talon.adaptor.adaptor.AdaptorFile;
import io.talon.adaptor.adaptor.AdaptorInfo;
import io.talon.adaptor.model.KnownModels;
import io.talon.adaptor.tenant.Needs;
import io.talon.adaptor.tenant.Role;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Adaptors that were made elsewhere. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/sites/{site}/adaptors")
class UploadResource {
    @Inject Uploads uploads;
    @Inject KnownModels models;

    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Needs(Role.ANALYST)
    public Response upload(@PathParam("site") String site, byte[] file) {
        uploads.checkSize(file);
        AdaptorInfo added = uploads.add(site, AdaptorFile.check(file, models), "uploaded");
        URI location = URI.create("/api/v1/sites/" + site + "/adaptors/" + added.version());
        return Response.created(location).entity(added).build();
    }
}
