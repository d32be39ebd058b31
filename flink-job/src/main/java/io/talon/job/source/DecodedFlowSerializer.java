// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.source;

import io.talon.deadletter.v1.DeadLetter;
import io.talon.job.flow.FlowView;
import io.talon.job.flow.FlowViewSerializer;
import io.talon.job.flow.ImmutableSerializer;
import io.talon.job.flow.SerializedType;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Used only where the source is not chained to what follows; in no state. */
public final class DecodedFlowSerializer extends ImmutableSerializer<DecodedFlow> {

    /** Decoded records, for Flink. */
    public static final TypeInformation<DecodedFlow> TYPE =
            new SerializedType<>(DecodedFlow.class, new DecodedFlowSerializer());

    private static final long serialVersionUID = 1L;
    private static final FlowViewSerializer FLOWS = new FlowViewSerializer();

    @Override
    public void serialize(DecodedFlow decoded, DataOutputView target) throws IOException {
        if (decoded instanceof DecodedFlow.Usable usable) {
            target.writeBoolean(true);
            FLOWS.serialize(usable.flow(), target);
        } else if (decoded instanceof DecodedFlow.Dead dead) {
            ByteBuffer letter = dead.letter().toByteBuffer();
            target.writeBoolean(false);
            target.writeInt(letter.remaining());
            target.write(letter.array(), letter.arrayOffset(), letter.remaining());
        }
    }

    @Override
    public DecodedFlow deserialize(DataInputView source) throws IOException {
        if (source.readBoolean()) {
            FlowView flow = FLOWS.deserialize(source);
            return new DecodedFlow.Usable(flow);
        }
        byte[] letter = new byte[source.readInt()];
        source.readFully(letter);
        return new DecodedFlow.Dead(DeadLetter.fromByteBuffer(ByteBuffer.wrap(letter)));
    }

    @Override
    public TypeSerializerSnapshot<DecodedFlow> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Has no versions: never in a state. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<DecodedFlow> {

        /** For Flink. */
        public Snapshot() {
            super(DecodedFlowSerializer::new);
        }
    }
}
