// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.problem;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What went wrong with a request, as RFC 9457 has it, and what the client can do.
 *
 * @param type names the kind of problem, for programs
 * @param title names it for people
 * @param status HTTP status
 * @param detail the cause in this case
 * @param remedy what to do about it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(String type, String title, int status, String detail, String remedy) {
    /** The media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    static final String TYPE_PREFIX = "urn:talon:problem:";
}
