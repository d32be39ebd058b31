// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.operator;

import io.talon.ctalvae.sequence.FlowHistory;
import io.talon.job.flow.PlainSerializer;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * A destination's state as bytes, big-endian. Version 1:
 *
 * <pre>
 * long   end of the newest flow, µs
 * long   event time from which it may be forgotten, ms
 * long   newest second of its pace
 * int    scored in it
 * int    flows since the last score
 * int    length of the FlowHistory, then the FlowHistory, which has a version of its own
 * </pre>
 *
 * The version stands in the savepoint once, not with every destination. Flink's heap asks for a
 * copy of what a snapshot under way still has to write, before a flow changes it.
 */
final class DestinationStateSerializer extends PlainSerializer<DestinationState> {

    static final int VERSION = 1;

    private static final long serialVersionUID = 1L;

    @Override
    public DestinationState copy(DestinationState from) {
        return from.copy();
    }

    @Override
    public void serialize(DestinationState state, DataOutputView out) throws IOException {
        out.writeLong(state.newestMicros());
        out.writeLong(state.expiresMillis());
        out.writeLong(state.pace().second());
        out.writeInt(state.pace().scored());
        out.writeInt(state.pace().skipped());
        out.writeInt(state.history().byteLength());
        state.history().write(out);
    }

    @Override
    public DestinationState deserialize(DataInputView in) throws IOException {
        long newest = in.readLong();
        long expires = in.readLong();
        ScorePace pace = new ScorePace(in.readLong(), in.readInt(), in.readInt());
        byte[] history = new byte[in.readInt()];
        in.readFully(history);
        return new DestinationState(newest, expires, pace, FlowHistory.fromBytes(history));
    }

    @Override
    public TypeSerializerSnapshot<DestinationState> snapshotConfiguration() {
        return new Snapshot(VERSION);
    }

    /** Which version wrote a savepoint's destinations. */
    public static final class Snapshot implements TypeSerializerSnapshot<DestinationState> {

        private int version;

        /** For Flink, which then reads it. */
        public Snapshot() {
            this(0);
        }

        Snapshot(int version) {
            this.version = version;
        }

        @Override
        public int getCurrentVersion() {
            return 1;
        }

        @Override
        public void writeSnapshot(DataOutputView out) throws IOException {
            out.writeInt(version);
        }

        @Override
        public void readSnapshot(int readVersion, DataInputView in, ClassLoader loader)
                throws IOException {
            version = in.readInt();
            if (version != VERSION) {
                throw new IOException(
                        "the savepoint's destinations are of version %d, this job reads version %d:"
                                        .formatted(version, VERSION)
                                + " restore it with the release that wrote it");
            }
        }

        @Override
        public TypeSerializer<DestinationState> restoreSerializer() {
            return new DestinationStateSerializer();
        }

        @Override
        public TypeSerializerSchemaCompatibility<DestinationState> resolveSchemaCompatibility(
                TypeSerializerSnapshot<DestinationState> old) {
            return old instanceof Snapshot that && that.version == version
                    ? TypeSerializerSchemaCompatibility.compatibleAsIs()
                    : TypeSerializerSchemaCompatibility.incompatible();
        }
    }
}
