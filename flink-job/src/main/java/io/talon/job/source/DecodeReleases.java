// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.source;

import io.talon.control.v1.AdaptorRelease;
import io.talon.control.v1.Suppression;
import io.talon.job.flow.DeadLetters;
import io.talon.job.flow.JobTags;
import io.talon.job.model.ModelFiles;
import io.talon.job.model.ReleaseCheck;
import io.talon.schema.wire.MalformedRecordException;
import io.talon.schema.wire.RecordWire;
import java.time.Instant;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The control topic's bytes to releases that can be used. Any other goes to {@link
 * JobTags#DEAD_LETTER}, and its site keeps the adaptor it has. Suppressions are counted and passed
 * over: the job does not apply them yet.
 */
public final class DecodeReleases extends ProcessFunction<RawRecord, AdaptorRelease> {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(DecodeReleases.class);

    private final String registryUrl;
    private final ModelFiles files;
    private transient RecordWire<AdaptorRelease> wire;
    private transient RecordWire<Suppression> suppressions;
    private transient ReleaseCheck check;
    private transient Counter taken;
    private transient Counter refused;
    private transient Counter notApplied;

    /**
     * @param registryUrl base of a Confluent-compatible schema registry, null for none
     * @param files the model that adaptors must have been made for
     */
    public DecodeReleases(String registryUrl, ModelFiles files) {
        this.registryUrl = registryUrl;
        this.files = files;
    }

    @Override
    public void open(OpenContext context) throws Exception {
        wire = RecordWire.of(AdaptorRelease.class, SchemaRegistry.at(registryUrl));
        suppressions = RecordWire.of(Suppression.class);
        check = new ReleaseCheck(files.base());
        taken = getRuntimeContext().getMetricGroup().counter("releases");
        refused = getRuntimeContext().getMetricGroup().counter("refusedReleases");
        notApplied = getRuntimeContext().getMetricGroup().counter("suppressionsNotApplied");
    }

    @Override
    public void processElement(RawRecord raw, Context context, Collector<AdaptorRelease> out) {
        if (raw.value().length == 0) {
            return; // a tombstone: compaction's business
        }
        if (suppressions.claims(raw.value())) {
            notApplied.inc();
            return;
        }
        AdaptorRelease release = null;
        String problem;
        try {
            release = wire.decode(raw.value());
            problem = check.problem(release).orElse(null);
        } catch (MalformedRecordException e) {
            problem = e.getMessage();
        }
        if (problem == null) {
            taken.inc();
            out.collect(release);
            return;
        }
        refused.inc();
        LOG.warn("Release at {} {} refused: {}", raw.topic(), raw.offset(), problem);
        long now = context.timerService().currentProcessingTime();
        context.output(
                JobTags.DEAD_LETTER,
                DeadLetters.of("control", problem, raw.value(), Instant.ofEpochMilli(now))
                        .setTopic(raw.topic())
                        .setPartition(raw.partition())
                        .setOffset(raw.offset())
                        .build());
    }
}
