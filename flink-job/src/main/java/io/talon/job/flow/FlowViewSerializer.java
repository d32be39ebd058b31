// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.flow;

import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Flows on the way between operators: length, then Avro binary of the present schema. Both ends are
 * of one job, so that the schema needs no mention; flows are in no state but that of batch mode,
 * which does not outlive its job either.
 */
public final class FlowViewSerializer extends ImmutableSerializer<FlowView> {

    /** Flows, for Flink. */
    public static final TypeInformation<FlowView> TYPE =
            new SerializedType<>(FlowView.class, new FlowViewSerializer());

    private static final long serialVersionUID = 1L;

    @Override
    public void serialize(FlowView flow, DataOutputView target) throws IOException {
        target.writeInt(flow.bodyLength());
        target.write(flow.bytes(), flow.from(), flow.bodyLength());
    }

    @Override
    public FlowView deserialize(DataInputView source) throws IOException {
        byte[] body = new byte[source.readInt()];
        source.readFully(body);
        try {
            return FlowView.read(body, 0);
        } catch (MalformedFlowException e) {
            throw new IOException("a flow was damaged on its way between operators", e);
        }
    }

    @Override
    public TypeSerializerSnapshot<FlowView> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Has no versions: see above. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<FlowView> {

        /** For Flink. */
        public Snapshot() {
            super(FlowViewSerializer::new);
        }
    }
}
