// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.operator;

import io.talon.job.flow.FlowView;
import io.talon.job.model.Release;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;

/**
 * Runs a {@link SequenceFunction}, as Flink would, and lets it reach a destination other than the
 * present one, which a function cannot: of a tenant with too many destinations one that was not
 * used lately gives way to a new one.
 */
public final class SequenceOperator
        extends CoBroadcastWithKeyedOperator<String, FlowView, Release, SequencedFlow>
        implements OtherDestinations {

    private static final long serialVersionUID = 1L;

    /** What Flink calls the state backend that keeps objects. */
    private static final String ON_HEAP = "hashmap";

    /** Runs this. */
    public SequenceOperator(SequenceFunction function) {
        super(function, List.of(SequenceFunction.RELEASES, SequenceFunction.MODELS));
    }

    @Override
    public void open() throws Exception {
        super.open();
        KeyedStateBackend<String> backend = getKeyedStateBackend();
        if (!backend.getBackendTypeIdentifier().equals(ON_HEAP)) {
            function().keepAtHand(this);
        }
        int tasks = getRuntimeContext().getTaskInfo().getNumberOfParallelSubtasks();
        try (Stream<String> kept =
                backend.getKeys(SequenceFunction.STATE, VoidNamespace.INSTANCE)) {
            function().keepAtMost(tasks, this, kept);
        }
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        function().writeBack(); // before the backend's own snapshot
        super.snapshotState(context);
    }

    @Override
    public int imprint(String key) {
        int[] imprint = new int[1];
        at(key, () -> imprint[0] = function().imprint(key));
        return imprint[0];
    }

    @Override
    public void forget(String key) {
        at(key, () -> function().forget(key));
    }

    @Override
    public void at(String key, StateAccess access) {
        Object present = getCurrentKey();
        setCurrentKey(key);
        try {
            access.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (present != null) { // none is while a restore is looked through
            setCurrentKey(present);
        }
    }

    private SequenceFunction function() {
        return (SequenceFunction) getUserFunction();
    }
}
