// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.release;

import io.talon.adaptor.TalonConfig;
import io.talon.adaptor.problem.ProblemException;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The adaptors of a site: uploaded, listed, released to the running job. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/sites/{site}/adaptors")
@Tag(name = "Adaptors", description = "What makes the model fit a site.")
class AdaptorResource {
    @Inject Adaptors adaptors;
    @Inject TalonConfig config;

    /** A list of adaptors, newest first. */
    record AdaptorList(List<AdaptorInfo> adaptors) {}

    @GET
    @Operation(summary = "All adaptors of a site, newest first")
    public AdaptorList all(@PathParam("site") String site) {
        return new AdaptorList(adaptors.of(site));
    }

    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(
            summary = "Upload an adaptor",
            description = "A file as talon adapt writes it. It is checked, not released.")
    @APIResponseSchema(value = AdaptorInfo.class, responseCode = "201")
    public Response upload(@PathParam("site") String site, byte[] file) {
        long limit = config.adaptor().maxSize().asLongValue();
        if (file.length > limit) {
            throw ProblemException.tooLarge(
                    "the file has %d bytes, more than %d".formatted(file.length, limit),
                    "Send one adaptor; its size is talon.adaptor.max-size at most.");
        }
        AdaptorInfo added = adaptors.add(site, AdaptorFile.check(file));
        URI location = URI.create("/api/v1/sites/" + site + "/adaptors/" + added.version());
        return Response.created(location).entity(added).build();
    }

    @POST
    @Path("/{version}/promote")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Make an adaptor the active one",
            description =
                    "The running job scores with it from the next flow on. An older version rolls"
                            + " back.")
    public Adaptors.Release promote(
            @PathParam("site") String site, @PathParam("version") long version) {
        return adaptors.promote(site, version);
    }

    @DELETE
    @Path("/active")
    @Operation(summary = "Send the site back to the base model")
    public Adaptors.Release retire(@PathParam("site") String site) {
        return adaptors.retire(site);
    }
}
