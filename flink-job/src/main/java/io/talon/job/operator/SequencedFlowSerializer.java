// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.operator;

import io.talon.control.v1.AdaptorRelease;
import io.talon.control.v1.ModelRelease;
import io.talon.ctalvae.sequence.FlowHistory;
import io.talon.job.flow.FlowView;
import io.talon.job.flow.FlowViewSerializer;
import io.talon.job.flow.PlainSerializer;
import io.talon.job.model.Assignment;
import io.talon.job.model.ReleasedModels;
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
        ReleasedModels models = sequenced.assignment().models();
        out.writeInt(models.all().size());
        for (ModelRelease model : models.all()) {
            write(model.toByteBuffer(), out);
        }
        write(sequenced.assignment().active(), out);
        write(sequenced.assignment().shadow(), out);
    }

    private static void write(AdaptorRelease release, DataOutputView out) throws IOException {
        if (release == null) {
            out.writeInt(0);
        } else {
            write(release.toByteBuffer(), out);
        }
    }

    private static void write(ByteBuffer bytes, DataOutputView out) throws IOException {
        out.writeInt(bytes.remaining());
        out.write(bytes.array(), bytes.arrayOffset(), bytes.remaining());
    }

    @Override
    public SequencedFlow deserialize(DataInputView in) throws IOException {
        FlowView flow = FLOWS.deserialize(in);
        byte[] history = bytes(in);
        int skipped = in.readInt();
        ReleasedModels models = ReleasedModels.NONE;
        for (int left = in.readInt(); left > 0; left--) {
            models = models.with(ModelRelease.fromByteBuffer(ByteBuffer.wrap(bytes(in))));
        }
        return new SequencedFlow(
                flow,
                FlowHistory.fromBytes(history),
                skipped,
                new Assignment(models, adaptor(in), adaptor(in)));
    }

    private static AdaptorRelease adaptor(DataInputView in) throws IOException {
        byte[] bytes = bytes(in);
        return bytes.length == 0 ? null : AdaptorRelease.fromByteBuffer(ByteBuffer.wrap(bytes));
    }

    private static byte[] bytes(DataInputView in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return bytes;
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
