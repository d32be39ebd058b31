// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.operator;

import io.talon.job.flow.FlowView;
import io.talon.job.flow.FlowViewSerializer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.util.Collector;

/**
 * As {@link SequenceFunction}, for batch mode, where Flink sorts the flows of a destination by time
 * stamp in milliseconds. Flows of the same millisecond, common in floods, come in any order: they
 * are held until the next millisecond and ordered by end in microseconds, then uid, so that the
 * same flows always get the same scores. None can be late, all are scored, and all state goes with
 * its key.
 */
public final class SortedSequenceFunction extends SequenceFunction {

    private static final long serialVersionUID = 1L;

    /** Batch mode moves the watermark once, at the end of each key, to the end of time. */
    private static final long END_OF_KEY = Long.MAX_VALUE - 1;

    private static final Comparator<FlowView> ORDER =
            Comparator.comparingLong(FlowView::endMicros).thenComparing(FlowView::uid);

    private transient ListState<FlowView> held;

    /** Nothing is late, nothing is forgotten, nothing is skipped. */
    public SortedSequenceFunction() {
        super(
                new SequenceOptions(
                        Duration.ZERO, Duration.ZERO, Integer.MAX_VALUE, 1, Integer.MAX_VALUE));
    }

    @Override
    public void open(OpenContext context) throws Exception {
        super.open(context);
        held =
                getRuntimeContext()
                        .getListState(new ListStateDescriptor<>("held", new FlowViewSerializer()));
    }

    @Override
    public void processElement(FlowView flow, ReadOnlyContext context, Collector<SequencedFlow> out)
            throws Exception {
        Iterator<FlowView> earlier = held.get().iterator();
        if (!earlier.hasNext()) {
            context.timerService().registerEventTimeTimer(END_OF_KEY);
        } else if (earlier.next().endMillis() != flow.endMillis()) {
            letGo(context, out);
        }
        held.add(flow);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<SequencedFlow> out)
            throws Exception {
        letGo(context, out);
    }

    private void letGo(ReadOnlyContext context, Collector<SequencedFlow> out) throws Exception {
        List<FlowView> flows = new ArrayList<>();
        held.get().forEach(flows::add);
        held.clear();
        flows.sort(ORDER);
        for (FlowView flow : flows) {
            append(destination(flow.key()), flow, END_OF_KEY, Integer.MAX_VALUE, context, out);
        }
    }
}
