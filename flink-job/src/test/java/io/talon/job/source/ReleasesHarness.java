// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.source;

import io.talon.control.v1.AdaptorRelease;
import io.talon.control.v1.ModelRelease;
import io.talon.deadletter.v1.DeadLetter;
import io.talon.job.control.TrustedSigners;
import io.talon.job.flow.JobTags;
import io.talon.job.model.ModelFiles;
import io.talon.job.model.Release;
import io.talon.schema.wire.RecordWire;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;

/** The decoding of the control topic by itself, all records at one offset. */
final class ReleasesHarness extends OneInputStreamOperatorTestHarness<RawRecord, Release> {

    static final long OFFSET = 41;

    /** Of a job with the shipped model that believes these. */
    ReleasesHarness(TrustedSigners trusted) throws Exception {
        super(new ProcessOperator<>(new DecodeReleases(null, ModelFiles.shipped(), trusted)));
        setup(Release.TYPE.createSerializer(new SerializerConfigImpl()));
    }

    void send(ModelRelease release) throws Exception {
        send(RecordWire.of(ModelRelease.class).encode(release));
    }

    void send(AdaptorRelease release) throws Exception {
        send(RecordWire.of(AdaptorRelease.class).encode(release));
    }

    void send(byte[] bytes) throws Exception {
        processElement(new RawRecord("talon.control", 0, OFFSET, bytes), 0);
    }

    List<DeadLetter> refused() {
        List<DeadLetter> letters = new ArrayList<>();
        var side = getSideOutput(JobTags.DEAD_LETTER);
        if (side != null) {
            side.forEach(record -> letters.add(record.getValue()));
        }
        return letters;
    }
}
