// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.flow;

import io.talon.anomaly.v1.Anomaly;
import io.talon.anomaly.v1.SequenceSample;
import io.talon.anomaly.v1.SequenceScore;
import io.talon.control.v1.SiteSettings;
import io.talon.control.v1.Suppression;
import io.talon.deadletter.v1.DeadLetter;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.util.OutputTag;

/** The side outputs of the job's operators. */
public final class JobTags {

    /** Anomalous sequences. */
    public static final OutputTag<Anomaly> ANOMALY =
            new OutputTag<>("anomaly", new AvroTypeInfo<>(Anomaly.class));

    /** Input that could not be used. Late flows are among them, with stage {@code late}. */
    public static final OutputTag<DeadLetter> DEAD_LETTER =
            new OutputTag<>("dead-letter", new AvroTypeInfo<>(DeadLetter.class));

    /** Scored sequences that were drawn to be kept whole. */
    public static final OutputTag<SequenceSample> SAMPLE =
            new OutputTag<>("sample", new AvroTypeInfo<>(SequenceSample.class));

    /** Suppressions that may be believed. */
    public static final OutputTag<Suppression> SUPPRESSION =
            new OutputTag<>("suppression", new AvroTypeInfo<>(Suppression.class));

    /** Settings of sites that may be believed. */
    public static final OutputTag<SiteSettings> SITE_SETTINGS =
            new OutputTag<>("site-settings", new AvroTypeInfo<>(SiteSettings.class));

    /** What shadow adaptors say of sequences, beside the scores that count. Raises no alert. */
    public static final OutputTag<SequenceScore> SHADOW_SCORE =
            new OutputTag<>("shadow-score", new AvroTypeInfo<>(SequenceScore.class));

    /** A few sequences as shadow adaptors see them. */
    public static final OutputTag<SequenceSample> SHADOW_SAMPLE =
            new OutputTag<>("shadow-sample", new AvroTypeInfo<>(SequenceSample.class));

    private JobTags() {}
}
