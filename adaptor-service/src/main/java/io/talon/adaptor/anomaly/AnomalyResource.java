// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.anomaly;

import io.talon.adaptor.page.Page;
import io.talon.adaptor.page.Paging;
import io.talon.adaptor.tenant.Needs;
import io.talon.adaptor.tenant.Role;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** What the running job found. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/sites/{site}/anomalies")
class AnomalyResource {
    @Inject Anomalies anomalies;
    @Inject Marks marks;

    record AnomalyList(List<AnomalyView> anomalies, String next) {}

    @GET
    @Needs(Role.VIEWER)
    public AnomalyList page(
            @PathParam("site") String site,
            @QueryParam("days") @DefaultValue("7") @Min(1) @Max(90) int days,
            @QueryParam("minScore") @DecimalMin("0") @DecimalMax("100") Double minScore,
            @Valid @BeanParam Paging paging) {
        Page<AnomalyView> page = anomalies.page(site, days, minScore, paging);
        return new AnomalyList(page.items(), page.next());
    }

    @GET
    @Path("/{anomaly}")
    @Needs(Role.VIEWER)
    public AnomalyView one(@PathParam("site") String site, @PathParam("anomaly") String id) {
        return anomalies.one(site, id);
    }

    @PUT
    @Path("/{anomaly}/mark")
    @Needs(Role.ANALYST)
    public MarkView mark(
            @PathParam("site") String site,
            @PathParam("anomaly") String id,
            @Valid @NotNull NewMark said) {
        return marks.mark(site, id, said);
    }
}
