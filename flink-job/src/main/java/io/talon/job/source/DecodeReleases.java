// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.source;

import io.talon.control.v1.AdaptorRelease;
import io.talon.control.v1.SiteSettings;
import io.talon.control.v1.Suppression;
import io.talon.job.control.ControlCheck;
import io.talon.job.control.TrustedSigners;
import io.talon.job.flow.DeadLetters;
import io.talon.job.flow.JobTags;
import io.talon.job.model.ModelFiles;
import io.talon.job.model.ReleaseCheck;
import io.talon.schema.wire.MalformedRecordException;
import io.talon.schema.wire.RecordWire;
import java.time.Instant;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The control topic's bytes to releases that can be used. Any other goes to {@link
 * JobTags#DEAD_LETTER}, and its site keeps the adaptor it has. Suppressions and settings of sites
 * go to their own side outputs, checked likewise.
 */
public final class DecodeReleases extends ProcessFunction<RawRecord, AdaptorRelease> {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(DecodeReleases.class);

    private final String registryUrl;
    private final ModelFiles files;
    private final TrustedSigners trusted;
    private transient RecordWire<AdaptorRelease> releases;
    private transient RecordWire<Suppression> suppressions;
    private transient RecordWire<SiteSettings> settings;
    private transient ReleaseCheck releaseCheck;
    private transient ControlCheck controlCheck;
    private transient Counter taken;
    private transient Counter refused;

    /**
     * @param registryUrl base of a Confluent-compatible schema registry, null for none
     * @param files the model that adaptors must have been made for
     * @param trusted whose records are believed
     */
    public DecodeReleases(String registryUrl, ModelFiles files, TrustedSigners trusted) {
        this.registryUrl = registryUrl;
        this.files = files;
        this.trusted = trusted;
    }

    @Override
    public void open(OpenContext context) throws Exception {
        releases = RecordWire.of(AdaptorRelease.class, SchemaRegistry.at(registryUrl));
        suppressions = RecordWire.of(Suppression.class);
        settings = RecordWire.of(SiteSettings.class);
        releaseCheck = new ReleaseCheck(files.base(), trusted);
        controlCheck = new ControlCheck(trusted);
        taken = getRuntimeContext().getMetricGroup().counter("controlRecords");
        refused = getRuntimeContext().getMetricGroup().counter("refusedControlRecords");
    }

    @Override
    public void processElement(RawRecord raw, Context context, Collector<AdaptorRelease> out) {
        byte[] bytes = raw.value();
        if (bytes.length == 0) {
            return; // a tombstone: compaction's business
        }
        try {
            if (suppressions.claims(bytes)) {
                Suppression suppression = suppressions.decode(bytes);
                if (isUsable(controlCheck.problem(suppression), raw, context)) {
                    context.output(JobTags.SUPPRESSION, suppression);
                }
            } else if (settings.claims(bytes)) {
                SiteSettings changed = settings.decode(bytes);
                if (isUsable(controlCheck.problem(changed), raw, context)) {
                    context.output(JobTags.SITE_SETTINGS, changed);
                }
            } else {
                AdaptorRelease release = releases.decode(bytes);
                if (isUsable(releaseCheck.problem(release), raw, context)) {
                    tell(release);
                    out.collect(release);
                }
            }
        } catch (MalformedRecordException e) {
            isUsable(Optional.of(e.getMessage()), raw, context);
        }
    }

    /** Under the trace of the request that made it, which the service's log bears too. */
    private static void tell(AdaptorRelease release) {
        String trace = Traces.idOf(release.getTraceparent()).orElse("");
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

    private boolean isUsable(Optional<String> problem, RawRecord raw, Context context) {
        if (problem.isEmpty()) {
            taken.inc();
            return true;
        }
        refused.inc();
        LOG.warn("Record at {} {} refused: {}", raw.topic(), raw.offset(), problem.get());
        long now = context.timerService().currentProcessingTime();
        context.output(
                JobTags.DEAD_LETTER,
                DeadLetters.of("control", problem.get(), raw.value(), Instant.ofEpochMilli(now))
                        .setTopic(raw.topic())
                        .setPartition(raw.partition())
                        .setOffset(raw.offset())
                        .build());
        return false;
    }
}
