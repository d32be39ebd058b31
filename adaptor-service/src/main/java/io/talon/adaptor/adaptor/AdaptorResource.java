// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.adaptor;

import io.talon.adaptor.page.Page;
import io.talon.adaptor.page.Paging;
import io.talon.adaptor.tenant.Needs;
import io.talon.adaptor.tenant.Role;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The adaptors of a site: listed, judged, approved, put away. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/sites/{site}/adaptors")
class AdaptorResource {
    @Inject Adaptors adaptors;
    @Inject Approvals approvals;
    @Inject ReportCards cards;

    record AdaptorList(List<AdaptorInfo> adaptors, String next) {}

    @GET
    @Needs(Role.VIEWER)
    public AdaptorList page(@PathParam("site") String site, @Valid @BeanParam Paging paging) {
        Page<AdaptorInfo> page = adaptors.page(site, paging);
        return new AdaptorList(page.items(), page.next());
    }

    @GET
    @Path("/{version}")
    @Needs(Role.VIEWER)
    public Response one(@PathParam("site") String site, @PathParam("version") long version) {
        return tagged(adaptors.info(site, version));
    }

    @GET
    @Path("/{version}/report-card")
    @Needs(Role.VIEWER)
    public String reportCard(@PathParam("site") String site, @PathParam("version") long version) {
        return cards.of(site, version);
    }

    @POST
    @Path("/{version}/approve")
    @Needs(Role.APPROVER)
    public Response approve(@PathParam("site") String site, @PathParam("version") long version) {
        return tagged(approvals.approve(site, version));
    }

    @POST
    @Path("/{version}/reject")
    @Needs(Role.APPROVER)
    public Response reject(@PathParam("site") String site, @PathParam("version") long version) {
        return tagged(adaptors.reject(site, version));
    }

    private static Response tagged(AdaptorInfo info) {
        String state = info.state() + "-" + info.approvals().size();
        return Response.ok(info).tag(new EntityTag(info.version() + "-" + state)).build();
    }
}
