// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.credential;

import io.talon.adaptor.problem.ProblemException;
import io.talon.adaptor.tenant.Caller;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.MDC;

/**
 * Finds out who calls, by {@code Authorization: ApiKey …} or {@code Authorization: Bearer …};
 * denies anybody else.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
class CredentialFilter implements ContainerRequestFilter {
    private static final String KEY = "ApiKey ";
    private static final String TOKEN = "Bearer ";

    @Inject Caller caller;
    @Inject ApiKeys keys;
    @Inject OperatorKey operatorKey;
    @Inject Tokens tokens;

    @Override
    public void filter(ContainerRequestContext request) {
        String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (header != null && header.regionMatches(true, 0, KEY, 0, KEY.length())) {
            byKey(new ApiKey(header.substring(KEY.length()).strip()));
        } else if (header != null && header.regionMatches(true, 0, TOKEN, 0, TOKEN.length())) {
            caller.is(tokens.identityOf(header.substring(TOKEN.length()).strip()));
        } else {
            throw ProblemException.unauthorized(
                    "no API key came with the request", tokens.remedy());
        }
        caller.identity().ifPresent(who -> MDC.put("tenant", who.tenant()));
    }

    private void byKey(ApiKey key) {
        if (operatorKey.is(key)) {
            caller.isOperator();
            return;
        }
        caller.is(
                keys.ownerOf(key)
                        .orElseThrow(
                                () ->
                                        ProblemException.unauthorized(
                                                "the API key is not known or has expired",
                                                tokens.remedy())));
    }
}
