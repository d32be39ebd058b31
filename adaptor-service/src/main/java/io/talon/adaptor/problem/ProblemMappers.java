// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever ends a request into a problem document. */
final class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    Response problem(ProblemException e) {
        Response response = response(e.problem());
        return e.retryAfter() == 0
                ? response
                : Response.fromResponse(response)
                        .header(HttpHeaders.RETRY_AFTER, e.retryAfter())
                        .build();
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException e) {
        String detail =
                e.getConstraintViolations().stream()
                        .map(v -> lastOf(v.getPropertyPath().toString()) + " " + v.getMessage())
                        .sorted()
                        .collect(Collectors.joining("; "));
        return response(
                ProblemException.badRequest("invalid", detail, "See the API document at /q/openapi")
                        .problem());
    }

    @ServerExceptionMapper
    Response other(WebApplicationException e) {
        Response.StatusType status = e.getResponse().getStatusInfo();
        Response.ResponseBuilder response =
                Response.fromResponse(e.getResponse())
                        .header(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        return response.entity(
                        new Problem(
                                Problem.TYPE_PREFIX + "http",
                                status.getReasonPhrase(),
                                status.getStatusCode(),
                                detail(e),
                                "See the API document at /q/openapi"))
                .build();
    }

    @ServerExceptionMapper
    Response fault(Throwable e) {
        LOG.error("A request failed for a reason that nobody foresaw", e);
        return response(
                new Problem(
                        Problem.TYPE_PREFIX + "fault",
                        "Internal Server Error",
                        500,
                        "the service failed; its log says why",
                        "Try again, and tell whoever runs the service."));
    }

    private static Response response(Problem problem) {
        Response.ResponseBuilder response =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        if (problem.status() == Response.Status.UNAUTHORIZED.getStatusCode()) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "ApiKey realm=\"talon\"");
        }
        return response.build();
    }

    /** What is wrong with a body; other causes are none of the client's business. */
    private static String detail(WebApplicationException e) {
        return e.getCause() instanceof JsonProcessingException json
                ? "the body is not the JSON that is expected: " + json.getOriginalMessage()
                : null;
    }

    private static String lastOf(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
