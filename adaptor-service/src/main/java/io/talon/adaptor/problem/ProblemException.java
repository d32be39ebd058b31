// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.problem;

import jakarta.ws.rs.core.Response.Status;

/** Ends a request with a {@link Problem}. Neither text may hold what the client should not see. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Not among the constants of JAX-RS. */
    private static final int UNPROCESSABLE = 422;

    private final transient Problem problem;
    private int retryAfter;

    private ProblemException(Status status, String kind, String detail, String remedy) {
        this(status.getReasonPhrase(), status.getStatusCode(), kind, detail, remedy);
    }

    private ProblemException(String title, int status, String kind, String detail, String remedy) {
        super(detail);
        this.problem = new Problem(Problem.TYPE_PREFIX + kind, title, status, detail, remedy);
    }

    /** The request is not as it should be. */
    public static ProblemException badRequest(String kind, String detail, String remedy) {
        return new ProblemException(Status.BAD_REQUEST, kind, detail, remedy);
    }

    /** No valid credential came with the request. */
    public static ProblemException unauthorized(String detail, String remedy) {
        return new ProblemException(Status.UNAUTHORIZED, "unauthorized", detail, remedy);
    }

    /** The credential does not allow this. */
    public static ProblemException forbidden(String detail, String remedy) {
        return new ProblemException(Status.FORBIDDEN, "forbidden", detail, remedy);
    }

    /** There is none, or it belongs to another tenant: the two must not be told apart. */
    public static ProblemException notFound(String what) {
        return new ProblemException(
                Status.NOT_FOUND, "not-found", "there is no " + what, "List what there is.");
    }

    /** It contradicts what is there already. */
    public static ProblemException conflict(String kind, String detail, String remedy) {
        return new ProblemException(Status.CONFLICT, kind, detail, remedy);
    }

    /** The body is larger than allowed. */
    public static ProblemException tooLarge(String detail, String remedy) {
        return new ProblemException(Status.REQUEST_ENTITY_TOO_LARGE, "too-large", detail, remedy);
    }

    /** The body is of the right form but cannot be used. */
    public static ProblemException unusable(String kind, String detail, String remedy) {
        return new ProblemException("Unprocessable Content", UNPROCESSABLE, kind, detail, remedy);
    }

    /** There are as many already as may be. */
    public static ProblemException quota(String what, int most) {
        return conflict(
                "quota",
                "there are " + most + " " + what + ", as many as may be",
                "Remove some, or have the service's talon.quota settings raised.");
    }

    /** The client must say which state of the thing it wants to change. */
    public static ProblemException preconditionRequired() {
        return new ProblemException(
                Status.PRECONDITION_REQUIRED,
                "precondition-required",
                "the header If-Match is missing",
                "Read the thing, and send its ETag as If-Match.");
    }

    /** Somebody changed it meanwhile. */
    public static ProblemException preconditionFailed(String what) {
        return new ProblemException(
                Status.PRECONDITION_FAILED,
                "changed-meanwhile",
                what + " was changed since it was read",
                "Read it again, and decide again.");
    }

    /** Too much at once. */
    public static ProblemException tooMany(String detail, String remedy, int retryAfterSeconds) {
        ProblemException e =
                new ProblemException(Status.TOO_MANY_REQUESTS, "too-many", detail, remedy);
        e.retryAfter = retryAfterSeconds;
        return e;
    }

    /** Another part is away. */
    public static ProblemException unavailable(String kind, String detail, String remedy) {
        return new ProblemException(Status.SERVICE_UNAVAILABLE, kind, detail, remedy);
    }

    /** The service failed; the client can only try again. */
    public static ProblemException fault(String detail) {
        return new ProblemException(
                Status.INTERNAL_SERVER_ERROR,
                "fault",
                detail,
                "Try again, and tell whoever runs the service.");
    }

    /** After how many seconds to try again; 0: not said. */
    public int retryAfter() {
        return retryAfter;
    }

    /** What the client is told. */
    public Problem problem() {
        return problem;
    }
}
