// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.training;

import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response.Status.Family;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;

/**
 * Begins the warm-up when somebody has added flows or a triplet to a site. The site alone does not
 * count: whoever starts a deployment adds its sites too, while the processor has enough to do.
 */
@Provider
class FirstMaterial implements ContainerResponseFilter {
    private static final Pattern MATERIAL = Pattern.compile("/(flows|triplets)$");

    @Inject WarmUp warmUp;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getMethod().equals(HttpMethod.POST)
                && MATERIAL.matcher(request.getUriInfo().getPath()).find()
                && response.getStatusInfo().getFamily() == Family.SUCCESSFUL) {
            warmUp.begin();
        }
    }
}
