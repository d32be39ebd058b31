// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.feedback;

import io.talon.adaptor.tenant.Needs;
import io.talon.adaptor.tenant.Role;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What analysts say in the SIEM. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/feedback")
class FeedbackResource {
    @Inject Feedback feedback;

    @POST
    @Path("/collect")
    @Needs(Role.ANALYST)
    public FeedbackReport collect() {
        return feedback.collect();
    }
}
