// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.flow;

import io.talon.anomaly.v1.Anomaly;
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

    private JobTags() {}
}
