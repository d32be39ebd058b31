// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.sequence;

import io.talon.ctalvae.feature.ConnHistory;
import io.talon.ctalvae.feature.ConnVector;
import io.talon.zeek.Conn;

/** What a flow is among the flows kept before it. */
final class LookBack {

    private LookBack() {}

    /**
     * What a flow's own features say of the flows before it.
     *
     * @param gone index of the flow that it takes the place of, −1 for none
     * @param gap ms since the flow before it, NaN for none
     */
    static ConnHistory conns(
            byte[] in,
            int[] at,
            int size,
            int gone,
            Conn flow,
            boolean failed,
            double gap,
            double change) {
        int[] ports = new int[FlowHistory.LENGTH];
        int flows = 0;
        int failures = failed ? 1 : 0;
        for (int i = 0; i < size; i++) {
            if (i != gone) {
                ports[flows++] = FlowRecord.port(in, at[i]);
                failures += FlowRecord.failed(in, at[i]) ? 1 : 0;
            }
        }
        ports[flows++] = flow.respP();
        int distinct = 0;
        for (int i = 0; i < flows; i++) {
            int j = 0;
            while (ports[j] != ports[i]) {
                j++;
            }
            distinct += i == j ? 1 : 0;
        }
        return new ConnHistory(
                gap, change, (distinct - 1.0) / Math.max(flows - 1, 1), (double) failures / flows);
    }

    /** What the flow at an index is among those before it. */
    static Exchange exchange(
            byte[] in, int[] at, int last, int responder, float[] vectors, int offset) {
        int own = offset + last * ConnVector.WIDTH;
        int originator = FlowRecord.originator(in, at[last]);
        int port = FlowRecord.port(in, at[last]);
        int repeats = 0;
        int shared = 0;
        int pair = -1;
        for (int i = 0; i < last; i++) {
            if (FlowRecord.originator(in, at[i]) != originator) {
                continue;
            }
            shared++;
            if (FlowRecord.port(in, at[i]) == port) {
                int other = offset + i * ConnVector.WIDTH;
                repeats += ConnVector.samePayload(vectors, own, other) ? 1 : 0;
                pair = i;
            }
        }
        return new Exchange(
                originator,
                responder,
                last == 0 ? 0 : FlowRecord.originator(in, at[last - 1]),
                port,
                ConnVector.state(vectors, own),
                ConnVector.answer(vectors, own),
                pair < 0 ? Float.NaN : logGap(in, at[pair], at[last]),
                repeats,
                shared);
    }

    private static float logGap(byte[] in, int earlier, int later) {
        long micros = FlowRecord.endMicros(in, later) - FlowRecord.endMicros(in, earlier);
        return (float) Math.log1p(Math.max(micros, 0) / 1e3);
    }
}
