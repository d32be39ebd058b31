// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.audit;

import io.quarkus.runtime.BlockingOperationControl;
import io.talon.adaptor.problem.Problem;
import io.talon.adaptor.tenant.Caller;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;

/**
 * Records what a known caller was refused: every change, and every read but those of what is not
 * there.
 */
@Provider
class RefusalFilter implements ContainerResponseFilter {
    @Inject Caller caller;
    @Inject AuditLog audit;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        int status = response.getStatus();
        boolean harmless =
                request.getMethod().equals(HttpMethod.GET)
                        && status == Response.Status.NOT_FOUND.getStatusCode();
        if (status < 400
                || status >= 500
                || harmless
                || caller.identity().isEmpty()
                || !BlockingOperationControl.isBlockingAllowed()) {
            return;
        }
        String path = request.getUriInfo().getPath();
        audit.refused(
                request.getMethod().toLowerCase(Locale.ROOT),
                path.startsWith("/") ? path.substring(1) : path,
                response.getEntity() instanceof Problem problem
                        ? problem.type() + " " + problem.detail()
                        : Integer.toString(status));
    }
}
