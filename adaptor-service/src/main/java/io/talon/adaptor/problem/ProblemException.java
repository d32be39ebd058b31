// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.problem;

import jakarta.ws.rs.core.Response.Status;

/** Ends a request with a {@link Problem}. Neither text may hold what the client should not see. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Not among the constants of JAX-RS. */
    private static final int UNPROCESSABLE = 422;

    private final transient Problem problem;

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

    /** What the client is told. */
    public Problem problem() {
        return problem;
    }
}
