// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.tenant;

import io.talon.adaptor.problem.ProblemException;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Finds out who calls, by the API key in {@code Authorization: ApiKey …}; denies anybody else. */
@Provider
@Priority(Priorities.AUTHENTICATION)
class CredentialFilter implements ContainerRequestFilter {
    private static final String SCHEME = "ApiKey ";
    private static final String REMEDY = "Send the header Authorization: ApiKey <key>.";

    @Inject Caller caller;
    @Inject Tenants tenants;
    @Inject AdminKey adminKey;

    @Override
    public void filter(ContainerRequestContext request) {
        String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw ProblemException.unauthorized("no API key came with the request", REMEDY);
        }
        ApiKey key = new ApiKey(header.substring(SCHEME.length()).strip());
        if (adminKey.is(key)) {
            caller.isAdmin();
            return;
        }
        Tenants.KeyOwner owner =
                tenants.ownerOf(key)
                        .orElseThrow(
                                () ->
                                        ProblemException.unauthorized(
                                                "the API key is not known or has expired", REMEDY));
        caller.isTenant(owner.tenant(), owner.name());
    }
}
