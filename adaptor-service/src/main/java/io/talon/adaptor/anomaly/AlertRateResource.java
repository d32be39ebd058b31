// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.anomaly;

import io.talon.adaptor.tenant.Needs;
import io.talon.adaptor.tenant.Role;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** How many alerts the tenant's sites raise. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/alert-rates")
class AlertRateResource {
    @Inject AlertRates rates;

    record RateList(int days, List<AlertRates.Rate> sites) {}

    @GET
    @Needs(Role.VIEWER)
    public RateList rates(@QueryParam("days") @DefaultValue("7") @Min(1) @Max(90) int days) {
        return new RateList(days, rates.of(days));
    }
}
