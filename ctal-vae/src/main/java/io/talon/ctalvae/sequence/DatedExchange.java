// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.sequence;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * An exchange and when it ended: what is left of a flow whose sequence nobody keeps.
 *
 * @param endMicros end of the flow, microseconds since 1970
 * @param exchange what it was
 */
public record DatedExchange(long endMicros, Exchange exchange) {
    private static final int BYTES = Long.BYTES + SequenceBytes.EXCHANGE_BYTES;

    /** As bytes, little-endian: of each its time, then the nine numbers of its exchange. */
    public static byte[] toBytes(Collection<DatedExchange> all) {
        ByteBuffer bytes = ByteBuffer.allocate(all.size() * BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (DatedExchange one : all) {
            SequenceBytes.put(one.exchange, bytes.putLong(one.endMicros));
        }
        return bytes.array();
    }

    /**
     * Reads what {@link #toBytes} gave.
     *
     * @throws IllegalArgumentException if the bytes are cut off
     */
    public static List<DatedExchange> fromBytes(byte[] bytes) {
        if (bytes.length % BYTES != 0) {
            throw new IllegalArgumentException(
                    bytes.length + " bytes are no exchanges of " + BYTES + " bytes each");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        List<DatedExchange> all = new ArrayList<>(bytes.length / BYTES);
        while (buffer.hasRemaining()) {
            all.add(new DatedExchange(buffer.getLong(), SequenceBytes.exchange(buffer)));
        }
        return all;
    }
}
