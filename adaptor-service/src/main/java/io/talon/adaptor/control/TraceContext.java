// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.control;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * The W3C trace context of the request that is being served: what the caller sent in {@code
 * traceparent}, or a new one. It travels with a release, so that whoever follows a promotion finds
 * the moment at which the job took it up.
 */
@RequestScoped
public class TraceContext {
    private static final String HEADER = "traceparent";
    private static final Pattern FORM =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final int TRACE_BYTES = 16;
    private static final int SPAN_BYTES = 8;
    private static final int TRACE_START = 3;

    private static final SecureRandom RANDOM = new SecureRandom();

    @Context HttpHeaders headers;

    private String traceparent;

    /** The same for the whole request. The log of the request bears its trace id from now on. */
    public String traceparent() {
        if (traceparent == null) {
            String sent = headers.getHeaderString(HEADER);
            traceparent = sent != null && FORM.matcher(sent).matches() ? sent : made();
            MDC.put("trace.id", traceId());
        }
        return traceparent;
    }

    String traceId() {
        return traceparent.substring(TRACE_START, TRACE_START + 2 * TRACE_BYTES);
    }

    /** Not sampled: nobody here records a span of it. */
    private static String made() {
        return "00-" + random(TRACE_BYTES) + "-" + random(SPAN_BYTES) + "-00";
    }

    private static String random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
