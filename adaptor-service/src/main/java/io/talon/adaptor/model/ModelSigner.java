// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.model;

import io.talon.adaptor.control.ReleaseKey;
import io.talon.adaptor.control.TraceContext;
import io.talon.control.v1.ModelRelease;
import io.talon.schema.control.SignedBytes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;

/** Writes the signed record by which the job learns of a base model. */
@ApplicationScoped
class ModelSigner {
    @Inject ReleaseKey key;
    @Inject TraceContext trace;
    @Inject StoredModels stored;

    ModelRelease sign(ModelView released) {
        ModelRelease record =
                ModelRelease.newBuilder()
                        .setVersion(released.version())
                        .setReleased(released.released())
                        .setReleasedBy(released.releasedBy())
                        .setProfile(released.profile())
                        .setModelSha256(released.sha256())
                        .setModel(ByteBuffer.wrap(stored.file(released.sha256())))
                        .setKeyId(key.id())
                        .setTraceparent(trace.traceparent())
                        .build();
        record.setSignature(ByteBuffer.wrap(key.sign(SignedBytes.of(record))));
        return record;
    }
}
