// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.source;

import io.talon.job.flow.FlowView;
import io.talon.job.flow.JobTags;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Flows go on, what is none goes to {@link JobTags#DEAD_LETTER}; both are counted. */
public final class SortOutFlows extends ProcessFunction<DecodedFlow, FlowView> {

    private static final long serialVersionUID = 1L;

    private transient Counter flows;
    private transient Counter dead;

    @Override
    public void open(OpenContext context) {
        flows = getRuntimeContext().getMetricGroup().counter("flows");
        dead = getRuntimeContext().getMetricGroup().counter("deadFlows");
    }

    @Override
    public void processElement(DecodedFlow decoded, Context context, Collector<FlowView> out) {
        if (decoded instanceof DecodedFlow.Usable usable) {
            flows.inc();
            out.collect(usable.flow());
        } else if (decoded instanceof DecodedFlow.Dead refused) {
            dead.inc();
            context.output(JobTags.DEAD_LETTER, refused.letter());
        }
    }
}
