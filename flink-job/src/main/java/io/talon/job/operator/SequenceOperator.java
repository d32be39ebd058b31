// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.operator;

import io.talon.control.v1.AdaptorRelease;
import io.talon.job.flow.FlowView;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;

/**
 * Runs a {@link SequenceFunction}, as Flink would, and lets it forget a destination other than the
 * present one, which a function cannot: of a tenant with too many destinations the one used longest
 * ago gives way to a new one.
 */
public final class SequenceOperator
        extends CoBroadcastWithKeyedOperator<String, FlowView, AdaptorRelease, SequencedFlow> {

    private static final long serialVersionUID = 1L;

    /** Runs this. */
    public SequenceOperator(SequenceFunction function) {
        super(function, List.of(SequenceFunction.RELEASES));
    }

    @Override
    public void open() throws Exception {
        super.open();
        SequenceFunction function = (SequenceFunction) getUserFunction();
        int tasks = getRuntimeContext().getTaskInfo().getNumberOfParallelSubtasks();
        KeyedStateBackend<String> backend = getKeyedStateBackend();
        try (Stream<String> kept =
                backend.getKeys(SequenceFunction.STATE, VoidNamespace.INSTANCE)) {
            function.keepAtMost(tasks, this::forget, kept);
        }
    }

    private void forget(String key) {
        Object present = getCurrentKey();
        setCurrentKey(key);
        ((SequenceFunction) getUserFunction()).forget();
        setCurrentKey(present);
    }
}
