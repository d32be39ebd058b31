// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.model;

import io.talon.control.v1.AdaptorRelease;
import io.talon.control.v1.ModelRelease;
import io.talon.job.flow.PlainSerializer;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** From the control topic's task to those that score; in no state. */
final class ReleaseSerializer extends PlainSerializer<Release> {

    private static final long serialVersionUID = 1L;

    /** The records are not changed once they are read. */
    @Override
    public Release copy(Release from) {
        return from;
    }

    @Override
    public void serialize(Release release, DataOutputView out) throws IOException {
        if (release instanceof Release.OfModel model) {
            out.writeBoolean(true);
            write(model.record().toByteBuffer(), out);
        } else if (release instanceof Release.OfAdaptor adaptor) {
            out.writeBoolean(false);
            write(adaptor.record().toByteBuffer(), out);
        }
    }

    private static void write(ByteBuffer bytes, DataOutputView out) throws IOException {
        out.writeInt(bytes.remaining());
        out.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
    }

    @Override
    public Release deserialize(DataInputView in) throws IOException {
        boolean model = in.readBoolean();
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        ByteBuffer record = ByteBuffer.wrap(bytes);
        return model
                ? new Release.OfModel(ModelRelease.fromByteBuffer(record))
                : new Release.OfAdaptor(AdaptorRelease.fromByteBuffer(record));
    }

    @Override
    public TypeSerializerSnapshot<Release> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Has no versions: never in a state. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Release> {

        /** For Flink. */
        public Snapshot() {
            super(ReleaseSerializer::new);
        }
    }
}
