// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.site;

import io.talon.adaptor.page.Page;
import io.talon.adaptor.page.Paging;
import io.talon.adaptor.problem.ProblemException;
import io.talon.adaptor.tenant.Needs;
import io.talon.adaptor.tenant.Role;
import io.talon.ctalvae.feature.FeatureProfiles;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;

/** The sites of a tenant. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/sites")
class SiteResource {
    @Inject Sites sites;

    record SiteList(List<SiteView> sites, String next) {}

    @GET
    @Needs(Role.VIEWER)
    public SiteList page(@Valid @BeanParam Paging paging) {
        Page<SiteView> page = sites.page(paging).map(SiteView::of);
        return new SiteList(page.items(), page.next());
    }

    @GET
    @Path("/{site}")
    @Needs(Role.VIEWER)
    public Response one(@PathParam("site") String name) {
        return tagged(Response.ok(), sites.find(name));
    }

    @POST
    @Needs(Role.ADMIN)
    public Response create(@Valid @NotNull NewSite wanted) {
        requireKnown(wanted.profile());
        Site site = sites.create(wanted);
        return tagged(Response.created(URI.create("/api/v1/sites/" + site.name)), site);
    }

    @PATCH
    @Path("/{site}")
    @Needs(Role.ADMIN)
    public Response change(
            @PathParam("site") String name,
            @HeaderParam(HttpHeaders.IF_MATCH) String read,
            @Valid @NotNull SiteChange change) {
        if (read == null) {
            throw ProblemException.preconditionRequired();
        }
        return tagged(Response.ok(), sites.change(name, read.replace("\"", ""), change));
    }

    private static Response tagged(Response.ResponseBuilder response, Site site) {
        return response.tag(new EntityTag(Long.toString(site.revision)))
                .entity(SiteView.of(site))
                .build();
    }

    private static void requireKnown(String profile) {
        if (FeatureProfiles.byId(profile).isEmpty()) {
            throw ProblemException.badRequest(
                    "unknown-profile",
                    "there is no feature profile '" + profile + "'",
                    "There are " + String.join(", ", FeatureProfiles.ids()) + ".");
        }
    }
}
