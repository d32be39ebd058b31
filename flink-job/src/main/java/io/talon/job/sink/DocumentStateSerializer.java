// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.sink;

import io.talon.job.document.Document;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.flink.connector.base.sink.writer.AsyncSinkWriterStateSerializer;

/**
 * Documents that wait in the sink, as they lie in a checkpoint.
 *
 * <pre>version 1: index, id (modified UTF-8) · length of the JSON, 4 bytes · JSON, UTF-8</pre>
 */
final class DocumentStateSerializer extends AsyncSinkWriterStateSerializer<Document> {

    private static final int VERSION = 1;

    @Override
    protected void serializeRequestToStream(Document document, DataOutputStream out)
            throws IOException {
        out.writeUTF(document.index());
        out.writeUTF(document.id());
        out.writeInt(document.json().length);
        out.write(document.json());
    }

    @Override
    protected Document deserializeRequestFromStream(long size, DataInputStream in)
            throws IOException {
        String index = in.readUTF();
        String id = in.readUTF();
        return new Document(index, id, in.readNBytes(in.readInt()));
    }

    @Override
    public int getVersion() {
        return VERSION;
    }
}
