// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.flow;

import io.talon.flow.v1.FlowEvent;
import io.talon.zeek.Conn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;

/**
 * A {@link FlowEvent} as it travels through the job: its Avro bytes, and those fields that the hot
 * path needs, read from them by hand in one pass. Nothing is made that nobody asks for, and what an
 * anomaly is told with is still there. Agrees with Avro's own reader about every field and about
 * which bytes are a flow; for bytes written with the present schema only. Immutable, thread-safe.
 */
public final class FlowView {

    private final byte[] bytes;
    private final int from;
    private final FlowParts parts;
    private final String key;

    /** Whether each byte of the key is a character of it. */
    private final boolean plain;

    /** These are made when asked for; whoever races for one makes the same. */
    private String siteKey;

    private String uid;
    private String respH;

    private FlowView(byte[] bytes, int from) throws MalformedFlowException {
        this.bytes = bytes;
        this.from = from;
        this.parts = FlowParts.read(bytes, from);
        byte[] joined = joinKey();
        this.key = new String(joined, StandardCharsets.UTF_8);
        this.plain = key.length() == joined.length;
    }

    /**
     * Reads a flow.
     *
     * @param bytes the flow's Avro binary from a place on to the end; not to be changed afterwards
     * @throws MalformedFlowException if they are no flow
     */
    public static FlowView read(byte[] bytes, int from) throws MalformedFlowException {
        return new FlowView(bytes, from);
    }

    /** The same flow as a view. */
    public static FlowView of(FlowEvent flow) {
        try {
            byte[] encoded = FlowEvents.body(flow);
            return new FlowView(encoded, 0);
        } catch (MalformedFlowException e) {
            throw new IllegalStateException("Avro's writer wrote what is no flow", e);
        }
    }

    private byte[] joinKey() {
        int tenant = parts.tenantEnd - parts.tenant;
        int site = parts.siteEnd - parts.site;
        int resp = parts.respHEnd - parts.respH;
        byte[] joined = new byte[tenant + site + resp + 2];
        System.arraycopy(bytes, parts.tenant, joined, 0, tenant);
        joined[tenant] = '|';
        System.arraycopy(bytes, parts.site, joined, tenant + 1, site);
        joined[tenant + 1 + site] = '|';
        System.arraycopy(bytes, parts.respH, joined, tenant + site + 2, resp);
        return joined;
    }

    /** What flows are keyed by: {@code tenant|site|destination}. */
    public String key() {
        return key;
    }

    /** {@code tenant|site}. */
    public String siteKey() {
        String known = siteKey;
        if (known == null) {
            int length = parts.tenantEnd - parts.tenant + 1 + parts.siteEnd - parts.site;
            known = plain ? key.substring(0, length) : tenant() + "|" + site();
            siteKey = known;
        }
        return known;
    }

    /** Whose flow it is. */
    public String tenant() {
        return text(parts.tenant, parts.tenantEnd);
    }

    /** As {@link #tenant()}, kept where strings are that many flows have. */
    public String tenant(RepeatedStrings repeated) {
        return repeated.of(bytes, parts.tenant, parts.tenantEnd);
    }

    /** Which of the tenant's sites saw it. */
    public String site() {
        return text(parts.site, parts.siteEnd);
    }

    /** As {@link #site()}, kept where strings are that many flows have. */
    public String site(RepeatedStrings repeated) {
        return repeated.of(bytes, parts.site, parts.siteEnd);
    }

    /** Whether this is the {@link #profile}, in UTF-8. */
    public boolean hasProfile(byte[] id) {
        return Arrays.equals(bytes, parts.profile, parts.profileEnd, id, 0, id.length);
    }

    /** Id of the feature profile that it is to be read with. */
    public String profile() {
        return text(parts.profile, parts.profileEnd);
    }

    /** Zeek's connection id. */
    public String uid() {
        String known = uid;
        if (known == null) {
            known = text(parts.uid, parts.uidEnd);
            uid = known;
        }
        return known;
    }

    /** Address of the originator. */
    public String origH() {
        return text(parts.origH, parts.origHEnd);
    }

    /** Address of the responder. */
    public String respH() {
        String known = respH;
        if (known == null) {
            known = text(parts.respH, parts.respHEnd);
            respH = known;
        }
        return known;
    }

    /** Whether its uid has 1 to so many characters. */
    public boolean hasUid(int longest) {
        return isText(parts.uid, parts.uidEnd, longest);
    }

    /** Whether both addresses have 1 to so many characters, none of which parts keys. */
    public boolean hasHosts(int longest) {
        return isText(parts.origH, parts.origHEnd, longest)
                && isText(parts.respH, parts.respHEnd, longest)
                && !hasBar(parts.origH, parts.origHEnd)
                && !hasBar(parts.respH, parts.respHEnd);
    }

    private boolean isText(int start, int end, int longest) {
        return end > start && (end - start <= longest || text(start, end).length() <= longest);
    }

    private boolean hasBar(int start, int end) {
        for (int i = start; i < end; i++) {
            if (bytes[i] == '|') {
                return true;
            }
        }
        return false;
    }

    /** Port of the originator. */
    public int origP() {
        return parts.origP;
    }

    /** Port of the responder. */
    public int respP() {
        return parts.respP;
    }

    /** First packet, microseconds since the epoch. */
    public long tsMicros() {
        return parts.tsMicros;
    }

    /** First to last packet in microseconds, null where absent. */
    public Long durationMicros() {
        return parts.count(FlowParts.DURATION);
    }

    /** Event time in microseconds since the epoch: {@code ts + duration}. */
    public long endMicros() {
        return parts.tsMicros + parts.counts[FlowParts.DURATION]; // 0 where absent
    }

    /** Event time in Flink's milliseconds, rounded down. */
    public long endMillis() {
        return Math.floorDiv(endMicros(), 1000L);
    }

    /** A byte, packet or missed-bytes count that is negative, null if none is. */
    public Long negativeCount() {
        for (int i = FlowParts.ORIG_BYTES; i < parts.counts.length; i++) {
            if (parts.counts[i] < 0) {
                return parts.counts[i];
            }
        }
        return parts.missedBytes < 0 ? (Long) parts.missedBytes : null;
    }

    /**
     * The flow as a row of conn.log, of its fields those that features are made of.
     *
     * @param repeated where strings are kept that many flows have
     */
    public Conn conn(RepeatedStrings repeated) {
        return Conn.builder()
                .tsMicros(parts.tsMicros)
                .uid(uid())
                .origH(repeated.of(bytes, parts.origH, parts.origHEnd))
                .origP(parts.origP)
                .respH(respH())
                .respP(parts.respP)
                .proto(repeated.of(bytes, parts.proto, parts.protoEnd))
                .service(services(repeated))
                .durationMicros(durationMicros())
                .origBytes(parts.count(FlowParts.ORIG_BYTES))
                .respBytes(parts.count(FlowParts.RESP_BYTES))
                .connState(optional(parts.connState, parts.connStateEnd, repeated))
                .missedBytes(parts.missedBytes)
                .history(optional(parts.history, parts.historyEnd, repeated))
                .origPkts(parts.count(FlowParts.ORIG_PKTS))
                .origIpBytes(parts.count(FlowParts.ORIG_IP_BYTES))
                .respPkts(parts.count(FlowParts.RESP_PKTS))
                .respIpBytes(parts.count(FlowParts.RESP_IP_BYTES))
                .build();
    }

    private String optional(int start, int end, RepeatedStrings repeated) {
        return start < 0 ? null : repeated.of(bytes, start, end);
    }

    private List<String> services(RepeatedStrings repeated) {
        try {
            AvroCursor in = new AvroCursor(bytes, parts.services);
            int left = in.readBlock();
            if (left == 0) {
                return List.of();
            }
            String first = service(in, repeated);
            int more = left > 1 ? left - 1 : in.readBlock();
            if (more == 0) {
                return List.of(first);
            }
            List<String> services = new ArrayList<>(more + 1);
            services.add(first);
            left = more;
            for (; left > 0; left = in.readBlock()) {
                for (; left > 0; left--) {
                    services.add(service(in, repeated));
                }
            }
            return services;
        } catch (MalformedFlowException e) {
            throw new IllegalStateException("read before without complaint", e);
        }
    }

    private String service(AvroCursor in, RepeatedStrings repeated) throws MalformedFlowException {
        int start = in.skipString();
        return repeated.of(bytes, start, in.at());
    }

    private String text(int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }

    /** The whole flow. */
    public FlowEvent event() {
        BinaryDecoder decoder =
                DecoderFactory.get().binaryDecoder(bytes, from, bytes.length - from, null);
        try {
            return new SpecificDatumReader<>(FlowEvent.class).read(null, decoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its Avro binary, with the schema that both ends of the job's network know. A copy. */
    public byte[] body() {
        return Arrays.copyOfRange(bytes, from, bytes.length);
    }

    int bodyLength() {
        return bytes.length - from;
    }

    byte[] bytes() {
        return bytes;
    }

    int from() {
        return from;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FlowView view
                && Arrays.equals(
                        bytes, from, bytes.length, view.bytes, view.from, view.bytes.length);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(body());
    }

    @Override
    public String toString() {
        return "flow %s of %s".formatted(uid(), key);
    }
}
