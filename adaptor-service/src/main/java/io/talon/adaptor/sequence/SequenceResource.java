// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.sequence;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.talon.adaptor.TalonConfig;
import io.talon.adaptor.page.Paging;
import io.talon.adaptor.problem.ProblemException;
import io.talon.adaptor.tenant.Needs;
import io.talon.adaptor.tenant.Role;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** What triplets can name. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/sites/{site}")
class SequenceResource {
    @Inject FlowIntake intake;
    @Inject Candidates candidates;
    @Inject SequenceViews views;
    @Inject TalonConfig config;

    record ExplainedSequence(@JsonUnwrapped SequenceView sequence, List<Contribution> features) {}

    @POST
    @Path("/flows")
    @Consumes(MediaType.WILDCARD)
    @Needs(Role.ANALYST)
    public FlowsReport addFlows(
            @PathParam("site") String site,
            @QueryParam("benign") @DefaultValue("false") boolean benign,
            byte[] log) {
        long limit = config.quota().logSize().asLongValue();
        if (log.length > limit) {
            throw ProblemException.tooLarge(
                    "the log has %d bytes, more than %d".formatted(log.length, limit),
                    "Send it in parts; talon.quota.log-size is the limit.");
        }
        return intake.take(site, log, benign);
    }

    @GET
    @Path("/candidates")
    @Needs(Role.VIEWER)
    public CandidateList candidates(
            @PathParam("site") String site,
            @QueryParam("kind") @DefaultValue("proposed") String kind,
            @QueryParam("strategy") @DefaultValue("busy") String strategy,
            @Valid @BeanParam Paging paging) {
        return candidates.list(site, CandidateKind.ofWord(kind), Strategy.ofWord(strategy), paging);
    }

    @GET
    @Path("/sequences/{uid}")
    @Needs(Role.VIEWER)
    public ExplainedSequence sequence(
            @PathParam("site") String site, @PathParam("uid") String uid) {
        SequenceViews.Explained found = views.explained(site, uid);
        return new ExplainedSequence(found.sequence(), found.features());
    }
}
