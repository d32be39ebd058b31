// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.site;

import io.talon.adaptor.problem.ProblemException;
import io.talon.adaptor.tenant.Names;
import io.talon.ctalvae.feature.FeatureProfiles;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The sites of a tenant. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/sites")
@Tag(name = "Sites", description = "The places that Zeek watches, of the tenant whose key is sent.")
class SiteResource {
    private static final String DEFAULT_PROFILE = "zeek-conn-v1";
    private static final double DEFAULT_BUDGET = 10;

    @Inject Sites sites;

    /**
     * A site to be.
     *
     * @param profile which features its flows have; default zeek-conn-v1
     * @param alertBudget alerts per day that its analysts can look at; default 10
     */
    record NewSite(
            @NotNull @Pattern(regexp = Names.SITE, message = Names.SITE_ALLOWED) String name,
            String profile,
            @Positive @DecimalMax("1000000") Double alertBudget) {}

    /**
     * A site.
     *
     * @param activeAdaptor version of the adaptor that it runs; absent: the base model
     */
    record SiteView(
            String name, String profile, double alertBudget, Instant created, Long activeAdaptor) {
        static SiteView of(Site site) {
            return new SiteView(
                    site.name, site.profile, site.alertBudget, site.created, site.activeAdaptor);
        }
    }

    /** A list of sites, by name. */
    record SiteList(List<SiteView> sites) {}

    @GET
    @Operation(summary = "All sites")
    @Transactional
    public SiteList all() {
        return new SiteList(sites.all().stream().map(SiteView::of).toList());
    }

    @GET
    @Path("/{site}")
    @Operation(summary = "One site")
    @Transactional
    public SiteView one(@PathParam("site") String site) {
        return SiteView.of(sites.find(site));
    }

    @POST
    @Operation(summary = "Make a site")
    @Transactional
    @APIResponseSchema(value = SiteView.class, responseCode = "201")
    public Response create(@Valid @NotNull NewSite wanted) {
        String profile = wanted.profile() == null ? DEFAULT_PROFILE : wanted.profile();
        requireKnown(profile);
        double budget = wanted.alertBudget() == null ? DEFAULT_BUDGET : wanted.alertBudget();
        Site site = sites.create(wanted.name(), profile, budget);
        return Response.created(URI.create("/api/v1/sites/" + site.name))
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
