// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.fault;

import io.talon.control.v1.AdaptorRelease;
import io.talon.control.v1.ModelRelease;
import io.talon.control.v1.Suppression;
import io.talon.schema.control.ControlKey;
import io.talon.schema.wire.RecordWire;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Records for the control topic that nobody signed: to be silent, to go back, another model. */
final class Forgeries {

    private static final String KEY_ID = "0123456789abcdef";
    private static final ByteBuffer SIGNATURE = ByteBuffer.wrap(new byte[64]);

    private static final int MODELS = 10;
    private static final int MODEL_BYTES = 230_000;

    private Forgeries() {}

    /** So many, of all kinds, for the run's tenant. */
    static List<ProducerRecord<byte[], byte[]>> all(FaultRun run, int count) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int i = 0; i < MODELS; i++) {
            ModelRelease model = model(i + 1);
            records.add(
                    record(
                            run,
                            ControlKey.of(model),
                            RecordWire.of(ModelRelease.class).encode(model)));
        }
        RecordWire<Suppression> suppressions = RecordWire.of(Suppression.class);
        RecordWire<AdaptorRelease> releases = RecordWire.of(AdaptorRelease.class);
        for (int i = MODELS; i < count; i++) {
            if (i % 2 == 0) {
                AdaptorRelease back = back(run.tenant(), i);
                records.add(record(run, ControlKey.of(back), releases.encode(back)));
            } else {
                Suppression silence = silence(run.tenant(), i);
                records.add(record(run, ControlKey.of(silence), suppressions.encode(silence)));
            }
        }
        return records;
    }

    private static ProducerRecord<byte[], byte[]> record(FaultRun run, String key, byte[] value) {
        return new ProducerRecord<>(
                run.topic("control"), key.getBytes(StandardCharsets.UTF_8), value);
    }

    private static Suppression silence(String tenant, int version) {
        return Suppression.newBuilder()
                .setId("s" + version)
                .setTenant(tenant)
                .setReason("nothing to see")
                .setOwner("nobody")
                .setCreated(Instant.now())
                .setVersion(version)
                .setKeyId(KEY_ID)
                .setSignature(SIGNATURE)
                .build();
    }

    private static AdaptorRelease back(String tenant, int version) {
        return AdaptorRelease.newBuilder()
                .setTenant(tenant)
                .setSite("site-a")
                .setVersion(version)
                .setReleased(Instant.now())
                .setKeyId(KEY_ID)
                .setSignature(SIGNATURE)
                .build();
    }

    private static ModelRelease model(int version) {
        return ModelRelease.newBuilder()
                .setVersion(version)
                .setReleased(Instant.now())
                .setProfile("zeek-conn-v1")
                .setModelSha256("%064x".formatted(version))
                .setModel(ByteBuffer.wrap(new byte[MODEL_BYTES]))
                .setKeyId(KEY_ID)
                .setSignature(SIGNATURE)
                .build();
    }
}
