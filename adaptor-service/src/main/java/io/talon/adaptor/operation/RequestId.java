// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.operation;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;
import org.jboss.logging.MDC;

/**
 * Names each request, in the log and in the answer. A name that the client sends is kept if it is
 * harmless.
 */
@Provider
@Priority(0)
class RequestId implements ContainerRequestFilter, ContainerResponseFilter {
    private static final String HEADER = "X-Request-Id";
    private static final String FIELD = "requestId";
    private static final String HARMLESS = "[A-Za-z0-9-]{1,64}";

    @Override
    public void filter(ContainerRequestContext request) {
        String sent = request.getHeaderString(HEADER);
        String id = sent != null && sent.matches(HARMLESS) ? sent : UUID.randomUUID().toString();
        request.setProperty(FIELD, id);
        MDC.put(FIELD, id);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Object id = request.getProperty(FIELD);
        if (id != null) {
            response.getHeaders().putSingle(HEADER, id);
        }
        MDC.remove(FIELD);
        MDC.remove("tenant");
        MDC.remove("trace.id");
    }
}
