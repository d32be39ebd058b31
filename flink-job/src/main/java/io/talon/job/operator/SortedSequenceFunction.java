// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.operator;

import io.talon.flow.v1.FlowEvent;
import io.talon.job.flow.FlowEvents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.util.Collector;

/**
 * As {@link SequenceFunction}, for batch mode, where Flink sorts the flows of a destination by time
 * stamp in milliseconds. Flows of the same millisecond, common in floods, come in any order: they
 * are held until the next millisecond and ordered by end in microseconds, then uid, so that the
 * same flows always get the same scores. None can be late, and all state goes with its key.
 */
public final class SortedSequenceFunction extends SequenceFunction {

    private static final long serialVersionUID = 1L;

    /** Batch mode moves the watermark once, at the end of each key, to the end of time. */
    private static final long END_OF_KEY = Long.MAX_VALUE - 1;

    private static final Comparator<FlowEvent> ORDER =
            Comparator.comparingLong(FlowEvents::endMicros).thenComparing(FlowEvent::getUid);

    private transient ListState<FlowEvent> held;

    /** Nothing is late, nothing expires. */
    public SortedSequenceFunction() {
        super(Duration.ZERO, Duration.ZERO);
    }

    @Override
    public void open(OpenContext context) throws Exception {
        super.open(context);
        held =
                getRuntimeContext()
                        .getListState(
                                new ListStateDescriptor<>(
                                        "held", new AvroTypeInfo<>(FlowEvent.class)));
    }

    @Override
    public void processElement(
            FlowEvent flow, ReadOnlyContext context, Collector<SequencedFlow> out)
            throws Exception {
        Iterator<FlowEvent> earlier = held.get().iterator();
        if (!earlier.hasNext()) {
            context.timerService().registerEventTimeTimer(END_OF_KEY);
        } else if (FlowEvents.endMillis(earlier.next()) != FlowEvents.endMillis(flow)) {
            letGo(context, out);
        }
        held.add(FlowEvent.newBuilder(flow).build()); // a copy: Flink reuses the object
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<SequencedFlow> out)
            throws Exception {
        letGo(context, out);
    }

    private void letGo(ReadOnlyContext context, Collector<SequencedFlow> out) throws Exception {
        List<FlowEvent> flows = new ArrayList<>();
        held.get().forEach(flows::add);
        held.clear();
        flows.sort(ORDER);
        for (FlowEvent flow : flows) {
            append(destination(), flow, context, out);
        }
    }
}
