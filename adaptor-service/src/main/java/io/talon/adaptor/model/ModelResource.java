// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.model;

import io.talon.adaptor.TalonConfig;
import io.talon.adaptor.page.Page;
import io.talon.adaptor.page.Paging;
import io.talon.adaptor.problem.ProblemException;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Base models, for whoever runs the service: they are all tenants'. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/models")
class ModelResource {
    @Inject ModelReleases releases;
    @Inject TalonConfig config;

    record ModelList(List<ModelView> models, String next) {}

    @GET
    public ModelList page(@Valid @BeanParam Paging paging) {
        Page<ModelView> page = releases.page(paging);
        return new ModelList(page.items(), page.next());
    }

    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public ModelView release(byte[] file) {
        long limit = config.model().maxSize().asLongValue();
        if (file.length > limit) {
            throw ProblemException.tooLarge(
                    "the file has %d bytes, more than %d".formatted(file.length, limit),
                    "Send one model. If it is larger, raise talon.model.max-size, and"
                            + " max.message.bytes of the control topic above it.");
        }
        return releases.release(ModelFile.check(file));
    }

    @POST
    @Path("/{sha256}/release")
    public ModelView release(@PathParam("sha256") String sha256) {
        return releases.release(sha256);
    }
}
