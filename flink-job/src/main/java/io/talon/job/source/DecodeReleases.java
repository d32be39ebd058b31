// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.source;

import io.talon.control.v1.AdaptorRelease;
import io.talon.control.v1.ModelRelease;
import io.talon.control.v1.SiteSettings;
import io.talon.control.v1.Suppression;
import io.talon.job.control.ControlCheck;
import io.talon.job.control.TrustedSigners;
import io.talon.job.flow.DeadLetters;
import io.talon.job.flow.JobTags;
import io.talon.job.model.ModelFiles;
import io.talon.job.model.Release;
import io.talon.job.model.ReleaseCheck;
import io.talon.job.model.Verdict;
import io.talon.schema.control.ControlKey;
import io.talon.schema.wire.MalformedRecordException;
import io.talon.schema.wire.RecordWire;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The control topic's bytes to releases that can be used. Any other goes to {@link
 * JobTags#DEAD_LETTER}, and its site keeps what it has; an adaptor that comes before its model is
 * held until the model comes. Suppressions and settings of sites go to their own side outputs,
 * checked likewise. To be run by one task.
 */
public final class DecodeReleases extends ProcessFunction<RawRecord, Release>
        implements CheckpointedFunction {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(DecodeReleases.class);

    /** Models that were released. */
    static final ListStateDescriptor<ModelRelease> RELEASED =
            new ListStateDescriptor<>("released-models", new AvroTypeInfo<>(ModelRelease.class));

    private static final ListStateDescriptor<RawRecord> EARLY =
            new ListStateDescriptor<>("early-releases", RawRecord.class);

    private final String registryUrl;
    private final ModelFiles files;
    private final TrustedSigners trusted;
    private transient RecordWire<AdaptorRelease> adaptors;
    private transient RecordWire<ModelRelease> models;
    private transient RecordWire<Suppression> suppressions;
    private transient RecordWire<SiteSettings> settings;
    private transient ReleaseCheck releaseCheck;
    private transient ControlCheck controlCheck;
    private transient Map<String, ModelRelease> released;
    private transient EarlyReleases early;
    private transient ListState<ModelRelease> releasedState;
    private transient ListState<RawRecord> earlyState;
    private transient Counter taken;
    private transient Counter refused;

    /**
     * @param registryUrl base of a Confluent-compatible schema registry, null for none
     * @param files the model that the job starts with
     * @param trusted whose records are believed
     */
    public DecodeReleases(String registryUrl, ModelFiles files, TrustedSigners trusted) {
        this.registryUrl = registryUrl;
        this.files = files;
        this.trusted = trusted;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        releasedState = context.getOperatorStateStore().getListState(RELEASED);
        earlyState = context.getOperatorStateStore().getListState(EARLY);
    }

    @Override
    public void open(OpenContext context) throws Exception {
        adaptors = RecordWire.of(AdaptorRelease.class, SchemaRegistry.at(registryUrl));
        models = RecordWire.of(ModelRelease.class);
        suppressions = RecordWire.of(Suppression.class);
        settings = RecordWire.of(SiteSettings.class);
        releaseCheck = new ReleaseCheck(files.base(), trusted);
        controlCheck = new ControlCheck(trusted);
        taken = getRuntimeContext().getMetricGroup().counter("controlRecords");
        refused = getRuntimeContext().getMetricGroup().counter("refusedControlRecords");
        released = new HashMap<>();
        early = new EarlyReleases();
        for (ModelRelease model : releasedState.get()) {
            remember(model);
        }
        for (RawRecord raw : earlyState.get()) {
            early.hold(adaptors.decode(raw.value()), raw);
        }
        getRuntimeContext().getMetricGroup().gauge("adaptorsWithoutModel", early::size);
    }

    /** What this version of Talon cannot read is kept all the same, for one that can. */
    private void remember(ModelRelease model) {
        released.put(ControlKey.of(model), model);
        if (releaseCheck.learn(model) instanceof Verdict.Refused problem) {
            LOG.error("Released model {}: {}", model.getModelSha256(), problem.reason());
        }
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        releasedState.update(List.copyOf(released.values()));
        earlyState.update(early.held());
    }

    @Override
    public void processElement(RawRecord raw, Context context, Collector<Release> out) {
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
            } else if (models.claims(bytes)) {
                take(models.decode(bytes), raw, context, out);
            } else {
                take(adaptors.decode(bytes), raw, context, out);
            }
        } catch (MalformedRecordException e) {
            isUsable(Optional.of(e.getMessage()), raw, context);
        }
    }

    private void take(
            ModelRelease release, RawRecord raw, Context context, Collector<Release> out) {
        Verdict verdict = releaseCheck.verdict(release);
        if (!isUsable(problem(verdict), raw, context)) {
            return;
        }
        released.merge(
                ControlKey.of(release),
                release,
                (known, added) -> added.getVersion() > known.getVersion() ? added : known);
        ReleaseLog.taken(release);
        out.collect(new Release.OfModel(release));
        for (RawRecord held : early.letGo()) { // they go on waiting if it is not theirs
            processElement(held, context, out);
        }
    }

    private void take(
            AdaptorRelease release, RawRecord raw, Context context, Collector<Release> out) {
        Verdict verdict = releaseCheck.verdict(release);
        if (verdict instanceof Verdict.Early waiting) {
            early.hold(release, raw);
            ReleaseLog.held(release, waiting.modelSha256());
        } else if (isUsable(problem(verdict), raw, context)) {
            early.overtakenBy(release);
            ReleaseLog.taken(release);
            out.collect(new Release.OfAdaptor(release));
        }
    }

    private static Optional<String> problem(Verdict verdict) {
        return verdict instanceof Verdict.Refused problem
                ? Optional.of(problem.reason())
                : Optional.empty();
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
