// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.operator;

import io.talon.control.v1.AdaptorRelease;
import io.talon.job.flow.FlowView;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;

/**
 * Runs a {@link SequenceFunction}, as Flink would, and lets it reach a destination other than the
 * present one, which a function cannot: of a tenant with too many destinations one that was not
 * used lately gives way to a new one.
 */
public final class SequenceOperator
        extends CoBroadcastWithKeyedOperator<String, FlowView, AdaptorRelease, SequencedFlow>
        implements OtherDestinations {

    private static final long serialVersionUID = 1L;

    /** Runs this. */
    public SequenceOperator(SequenceFunction function) {
        super(function, List.of(SequenceFunction.RELEASES));
    }

    @Override
    public void open() throws Exception {
        super.open();
        int tasks = getRuntimeContext().getTaskInfo().getNumberOfParallelSubtasks();
        KeyedStateBackend<String> backend = getKeyedStateBackend();
        try (Stream<String> kept =
                backend.getKeys(SequenceFunction.STATE, VoidNamespace.INSTANCE)) {
            function().keepAtMost(tasks, this, kept);
        }
    }

    @Override
    public int imprint(String key) {
        return at(key, SequenceFunction::imprint);
    }

    @Override
    public void forget(String key) {
        at(
                key,
                function -> {
                    function.forget();
                    return null;
                });
    }

    private <T> T at(String key, Function<SequenceFunction, T> what) {
        Object present = getCurrentKey();
        setCurrentKey(key);
        T found = what.apply(function());
        if (present != null) { // none is while a restore is looked through
            setCurrentKey(present);
        }
        return found;
    }

    private SequenceFunction function() {
        return (SequenceFunction) getUserFunction();
    }
}
