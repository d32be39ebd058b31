// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.source;

import io.talon.control.v1.AdaptorRelease;
import io.talon.control.v1.ModelRelease;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * What the log says of releases, under the trace of the request that made each, which the service's
 * log bears too.
 */
final class ReleaseLog {

    private static final Logger LOG = LoggerFactory.getLogger(ReleaseLog.class);

    private ReleaseLog() {}

    static void taken(AdaptorRelease release) {
        String trace = trace(release.getTraceparent());
        try (MDC.MDCCloseable traced = MDC.putCloseable("trace.id", trace)) {
            LOG.info(
                    "Site {}|{} takes up its {} release {} (adaptor {}, trace {})",
                    release.getTenant(),
                    release.getSite(),
                    release.getRole(),
                    release.getVersion(),
                    release.getAdaptorSha256(),
                    trace);
        }
    }

    static void taken(ModelRelease release) {
        String trace = trace(release.getTraceparent());
        try (MDC.MDCCloseable traced = MDC.putCloseable("trace.id", trace)) {
            LOG.info(
                    "Model {} is there from release {} on (trace {}): sites without an adaptor take"
                            + " up the newest",
                    release.getModelSha256(),
                    release.getVersion(),
                    trace);
        }
    }

    static void held(AdaptorRelease release, String model) {
        String trace = trace(release.getTraceparent());
        try (MDC.MDCCloseable traced = MDC.putCloseable("trace.id", trace)) {
            LOG.warn(
                    "Site {}|{} keeps what it runs: its {} release {} was made for model {}, which"
                            + " is not known here. Release that model, or adapt again",
                    release.getTenant(),
                    release.getSite(),
                    release.getRole(),
                    release.getVersion(),
                    model);
        }
    }

    private static String trace(String traceparent) {
        return Traces.idOf(traceparent).orElse("");
    }
}
