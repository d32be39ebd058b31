// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.flow;

import io.talon.flow.v1.FlowEvent;
import io.talon.zeek.Conn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;

/** Between a row of conn.log and the record on the wire. */
public final class FlowEvents {

    private FlowEvents() {}

    /** The row as a flow of this site; labels of labelled logs stay behind. */
    public static FlowEvent of(Conn conn, SiteId site) {
        FlowEvent event = new FlowEvent();
        event.setTenant(site.tenant());
        event.setSite(site.site());
        event.setSensor(conn.sensor());
        event.setProfile("zeek-conn-v1");
        event.setTs(instant(conn.tsMicros()));
        event.setUid(conn.uid());
        event.setOrigH(conn.origH());
        event.setOrigP(conn.origP());
        event.setRespH(conn.respH());
        event.setRespP(conn.respP());
        event.setProto(conn.proto());
        event.setService(conn.service());
        event.setDurationMicros(conn.durationMicros());
        event.setOrigBytes(conn.origBytes());
        event.setRespBytes(conn.respBytes());
        event.setConnState(conn.connState());
        event.setLocalOrig(conn.localOrig());
        event.setLocalResp(conn.localResp());
        event.setMissedBytes(conn.missedBytes());
        event.setHistory(conn.history());
        event.setOrigPkts(conn.origPkts());
        event.setOrigIpBytes(conn.origIpBytes());
        event.setRespPkts(conn.respPkts());
        event.setRespIpBytes(conn.respIpBytes());
        event.setTunnelParents(conn.tunnelParents());
        event.setIpProto(conn.ipProto());
        event.setCommunityId(conn.communityId());
        event.setOrigL2Addr(conn.origL2Addr());
        event.setRespL2Addr(conn.respL2Addr());
        event.setVlan(conn.vlan());
        event.setInnerVlan(conn.innerVlan());
        event.setWriteTs(conn.writeTsMicros() == null ? null : instant(conn.writeTsMicros()));
        return event;
    }

    /** The flow's Avro binary, without a header. */
    static byte[] body(FlowEvent event) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(256);
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        try {
            new SpecificDatumWriter<>(FlowEvent.class).write(event, encoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Event time in microseconds since the epoch: {@code ts + duration}. */
    public static long endMicros(FlowEvent event) {
        Long duration = event.getDurationMicros();
        return micros(event.getTs()) + (duration == null ? 0 : duration);
    }

    /** Event time in Flink's milliseconds, rounded down. */
    public static long endMillis(FlowEvent event) {
        return Math.floorDiv(endMicros(event), 1000L);
    }

    /** What flows are keyed by, in Kafka and in the job: {@code tenant|site|destination}. */
    public static String key(FlowEvent event) {
        return event.getTenant() + "|" + event.getSite() + "|" + event.getRespH();
    }

    /** The instant of so many microseconds since the epoch. */
    public static Instant instant(long micros) {
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000);
    }

    /** Microseconds since the epoch; exact for whatever {@link #instant} gave. */
    public static long micros(Instant instant) {
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1000;
    }
}
