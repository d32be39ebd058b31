// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.operator;

import io.talon.control.v1.AdaptorRelease;
import io.talon.ctalvae.sequence.FlowHistory;
import io.talon.job.flow.FlowView;
import io.talon.job.flow.FlowViewSerializer;
import io.talon.job.flow.PlainSerializer;
import io.talon.job.model.Assignment;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Used only where sequences and scores are not chained, or objects not reused; in no state. */
final class SequencedFlowSerializer extends PlainSerializer<SequencedFlow> {

    private static final long serialVersionUID = 1L;
    private static final FlowViewSerializer FLOWS = new FlowViewSerializer();

    @Override
    public SequencedFlow copy(SequencedFlow from) {
        return from.copy();
    }

    @Override
    public void serialize(SequencedFlow sequenced, DataOutputView out) throws IOException {
        FLOWS.serialize(sequenced.flow(), out);
        out.writeInt(sequenced.history().byteLength());
        sequenced.history().write(out);
        out.writeInt(sequenced.skipped());
        write(sequenced.assignment().active(), out);
        write(sequenced.assignment().shadow(), out);
    }

    private static void write(AdaptorRelease release, DataOutputView out) throws IOException {
        if (release == null) {
            out.writeInt(0);
            return;
        }
        ByteBuffer bytes = release.toByteBuffer();
        out.writeInt(bytes.remaining());
        out.write(bytes.array(), bytes.arrayOffset(), bytes.remaining());
    }

    @Override
    public SequencedFlow deserialize(DataInputView in) throws IOException {
        FlowView flow = FLOWS.deserialize(in);
        byte[] history = new byte[in.readInt()];
        in.readFully(history);
        int skipped = in.readInt();
        return new SequencedFlow(
                flow, FlowHistory.fromBytes(history), skipped, new Assignment(read(in), read(in)));
    }

    private static AdaptorRelease read(DataInputView in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return bytes.length == 0 ? null : AdaptorRelease.fromByteBuffer(ByteBuffer.wrap(bytes));
    }

    @Override
    public TypeSerializerSnapshot<SequencedFlow> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Has no versions: never in a state. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<SequencedFlow> {

        /** For Flink. */
        public Snapshot() {
            super(SequencedFlowSerializer::new);
        }
    }
}
