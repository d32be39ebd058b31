// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.training;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** The training jobs of a site. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/sites/{site}/jobs")
class JobResource {
    @Inject Jobs jobs;
    @Inject JobStream stream;

    record JobList(List<JobView> jobs, String next) {}

    @GET
    @Needs(Role.VIEWER)
    public JobList page(@PathParam("site") String site, @Valid @BeanParam Paging paging) {
        Page<JobView> page = jobs.page(site, paging);
        return new JobList(page.items(), page.next());
    }

    @POST
    @Needs(Role.ANALYST)
    public Response start(@PathParam("site") String site, @Valid NewJob wanted) {
        JobView job = jobs.submit(site, wanted == null ? NewJob.DEFAULT : wanted);
        return Response.accepted(job)
                .location(URI.create("/api/v1/sites/" + site + "/jobs/" + job.id()))
                .build();
    }

    @GET
    @Path("/{job}")
    @Needs(Role.VIEWER)
    public JobView one(@PathParam("site") String site, @PathParam("job") UUID id) {
        return jobs.one(site, id);
    }

    @DELETE
    @Path("/{job}")
    @Needs(Role.ANALYST)
    public JobView cancel(@PathParam("site") String site, @PathParam("job") UUID id) {
        return jobs.cancel(site, id);
    }

    @GET
    @Path("/{job}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Blocking
    @Needs(Role.VIEWER)
    public Multi<OutboundSseEvent> events(
            @PathParam("site") String site, @PathParam("job") UUID id, @Context Sse sse) {
        return stream.of(site, jobs.one(site, id))
                .map(
                        job ->
                                sse.newEventBuilder()
                                        .name("job")
                                        .mediaType(MediaType.APPLICATION_JSON_TYPE)
                                        .data(JobView.class, job)
                                        .build());
    }
}
