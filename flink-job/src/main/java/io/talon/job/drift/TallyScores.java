// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.drift;

import io.talon.anomaly.v1.SequenceScore;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;

/**
 * Adds up the scores of each site where they arise, so that watching sites does not send every flow
 * over the network a second time. Holds nothing at a checkpoint: all goes out before the barrier.
 */
public final class TallyScores extends AbstractStreamOperator<SiteTally>
        implements OneInputStreamOperator<SequenceScore, SiteTally> {

    private static final long serialVersionUID = 1L;
    private static final long LINGER_MILLIS = 1000;

    /** With more sites than this at once all tallies go out early. */
    private static final int SITES = 10_000;

    private transient Map<String, OpenTally> open;
    private transient boolean timerSet;

    @Override
    public void open() throws Exception {
        super.open();
        open = new HashMap<>();
    }

    @Override
    public void processElement(StreamRecord<SequenceScore> element) {
        SequenceScore score = element.getValue();
        String key = score.getTenant() + "|" + score.getSite();
        OpenTally tally =
                open.computeIfAbsent(key, k -> new OpenTally(score.getTenant(), score.getSite()));
        if (!tally.isOf(score.getAdaptorVersion())) {
            output.collect(new StreamRecord<>(tally.take()));
        }
        if (tally.add(score)) {
            output.collect(new StreamRecord<>(tally.take()));
        }
        if (open.size() > SITES) {
            flush();
        } else if (!timerSet) {
            timerSet = true;
            var time = getProcessingTimeService();
            time.registerTimer(
                    time.getCurrentProcessingTime() + LINGER_MILLIS,
                    at -> {
                        timerSet = false;
                        flush();
                    });
        }
    }

    private void flush() {
        for (OpenTally tally : open.values()) {
            if (!tally.isEmpty()) {
                output.collect(new StreamRecord<>(tally.take()));
            }
        }
        open.clear();
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        flush();
        super.prepareSnapshotPreBarrier(checkpointId);
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        flush();
        super.processWatermark(mark);
    }

    @Override
    public void processWatermarkStatus(WatermarkStatus status) throws Exception {
        flush();
        super.processWatermarkStatus(status);
    }

    @Override
    public void finish() throws Exception {
        flush();
        super.finish();
    }
}
