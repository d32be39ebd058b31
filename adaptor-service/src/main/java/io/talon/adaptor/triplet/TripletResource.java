// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.triplet;

import io.talon.adaptor.page.Page;
import io.talon.adaptor.page.Paging;
import io.talon.adaptor.tenant.Needs;
import io.talon.adaptor.tenant.Role;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** The triplets of a site. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/sites/{site}/triplets")
class TripletResource {
    @Inject Triplets triplets;
    @Inject TripletViews views;

    record TripletList(List<TripletView> triplets, String next) {}

    @GET
    @Needs(Role.VIEWER)
    public TripletList page(
            @PathParam("site") String site,
            @QueryParam("state") @Pattern(regexp = "proposed|accepted") String state,
            @Valid @BeanParam Paging paging) {
        Page<TripletView> page = views.page(site, state, paging);
        return new TripletList(page.items(), page.next());
    }

    @POST
    @Needs(Role.ANALYST)
    public Response create(@PathParam("site") String site, @Valid @NotNull NewTriplet said) {
        UUID id = triplets.create(site, said, Origin.OF_ANALYST).id;
        return Response.created(URI.create("/api/v1/sites/" + site + "/triplets/" + id))
                .entity(views.one(site, id))
                .build();
    }

    @GET
    @Path("/{triplet}")
    @Needs(Role.VIEWER)
    public TripletView one(@PathParam("site") String site, @PathParam("triplet") UUID id) {
        return views.one(site, id);
    }

    @DELETE
    @Path("/{triplet}")
    @Needs(Role.ANALYST)
    public void delete(@PathParam("site") String site, @PathParam("triplet") UUID id) {
        triplets.delete(site, id);
    }

    @POST
    @Path("/{triplet}/accept")
    @Needs(Role.ANALYST)
    public TripletView accept(@PathParam("site") String site, @PathParam("triplet") UUID id) {
        return views.one(site, triplets.accept(site, id).id);
    }
}
