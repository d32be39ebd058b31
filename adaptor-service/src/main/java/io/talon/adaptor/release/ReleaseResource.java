// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.release;

import io.talon.adaptor.page.Page;
import io.talon.adaptor.page.Paging;
import io.talon.adaptor.tenant.Needs;
import io.talon.adaptor.tenant.Role;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** What a site runs. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/sites/{site}")
class ReleaseResource {
    @Inject Releases releases;
    @Inject ReleaseHistory history;

    record ReleaseList(List<ReleaseView> releases, String next) {}

    @POST
    @Path("/adaptors/{version}/promote")
    @Needs(Role.APPROVER)
    public ReleaseView promote(@PathParam("site") String site, @PathParam("version") long version) {
        return releases.promote(site, version);
    }

    @POST
    @Path("/adaptors/{version}/shadow")
    @Needs(Role.ANALYST)
    public ReleaseView shadow(@PathParam("site") String site, @PathParam("version") long version) {
        return releases.shadow(site, version);
    }

    @DELETE
    @Path("/adaptors/shadow")
    @Needs(Role.ANALYST)
    public ReleaseView endShadow(@PathParam("site") String site) {
        return releases.endShadow(site);
    }

    @DELETE
    @Path("/adaptors/active")
    @Needs(Role.APPROVER)
    public ReleaseView retire(@PathParam("site") String site) {
        return releases.retire(site);
    }

    @POST
    @Path("/rollback")
    @Needs(Role.APPROVER)
    public ReleaseView rollBack(@PathParam("site") String site) {
        return releases.rollBack(site);
    }

    @GET
    @Path("/releases")
    @Needs(Role.VIEWER)
    public ReleaseList page(@PathParam("site") String site, @Valid @BeanParam Paging paging) {
        Page<ReleaseView> page = history.page(site, paging);
        return new ReleaseList(page.items(), page.next());
    }
}
