// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.training;

import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response.Status.Family;
import jakarta.ws.rs.ext.Provider;

/** Begins the warm-up when somebody has added something: a site, flows, a triplet. */
@Provider
class FirstChange implements ContainerResponseFilter {
    @Inject WarmUp warmUp;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getMethod().equals(HttpMethod.POST)
                && response.getStatusInfo().getFamily() == Family.SUCCESSFUL) {
            warmUp.begin();
        }
    }
}
