// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.zeek;

import java.util.List;
import java.util.Objects;

/**
 * One row of Zeek's conn.log: one flow between an originator and a responder.
 *
 * <p>A boxed or string component that is {@code null} was absent in the log, which is not the same
 * as zero. Lists are never null. Counts are ≥ 0. Instances are immutable.
 *
 * @param tsMicros first packet, microseconds since 1970-01-01 UTC; Zeek's {@code ts}
 * @param uid Zeek's connection id; never empty
 * @param origH address of the originator, as Zeek wrote it; {@code id.orig_h}
 * @param origP port of the originator, 0–65535 (for ICMP the type); {@code id.orig_p}
 * @param respH address of the responder, as Zeek wrote it; {@code id.resp_h}
 * @param respP port of the responder, 0–65535 (for ICMP the code); {@code id.resp_p}
 * @param proto transport: tcp, udp, icmp, unknown_transport
 * @param service application protocols; empty when Zeek recognised none, {@code -x} = analyser x
 *     was removed
 * @param durationMicros first to last packet, microseconds ≥ 0
 * @param origBytes payload bytes sent by the originator
 * @param respBytes payload bytes sent by the responder
 * @param connState S0, S1, SF, REJ, S2, S3, RSTO, RSTR, RSTOS0, RSTRH, SH, SHR, OTH
 * @param localOrig whether the originator is of the site's own nets
 * @param localResp whether the responder is of the site's own nets
 * @param missedBytes payload bytes that the sensor did not see; 0 when the log has no such column,
 *     as Zeek's default
 * @param history TCP history, e.g. {@code ShADadFf}; upper case = originator
 * @param origPkts packets sent by the originator
 * @param origIpBytes bytes sent by the originator at the IP level, headers included
 * @param respPkts packets sent by the responder
 * @param respIpBytes bytes sent by the responder at the IP level, headers included
 * @param tunnelParents uids of the tunnels that carried this flow; empty when none
 * @param ipProto IP protocol number, 0–255 (Zeek ≥ 7.1)
 * @param communityId Community ID, e.g. {@code 1:…}
 * @param origL2Addr link-layer address of the originator
 * @param respL2Addr link-layer address of the responder
 * @param vlan outer VLAN id
 * @param innerVlan inner VLAN id
 * @param writeTsMicros when the sensor wrote the line, microseconds since 1970-01-01 UTC; {@code
 *     _write_ts}
 * @param sensor which sensor wrote the line; {@code _system_name}, else {@code _node_name}
 * @param label label of a labelled log, as it stands there, e.g. {@code Benign}
 * @param detailedLabel what kind, e.g. the attack's name
 */
public record Conn(
        long tsMicros,
        String uid,
        String origH,
        int origP,
        String respH,
        int respP,
        String proto,
        List<String> service,
        Long durationMicros,
        Long origBytes,
        Long respBytes,
        String connState,
        Boolean localOrig,
        Boolean localResp,
        long missedBytes,
        String history,
        Long origPkts,
        Long origIpBytes,
        Long respPkts,
        Long respIpBytes,
        List<String> tunnelParents,
        Integer ipProto,
        String communityId,
        String origL2Addr,
        String respL2Addr,
        Integer vlan,
        Integer innerVlan,
        Long writeTsMicros,
        String sensor,
        String label,
        String detailedLabel) {

    /** Copies the lists; {@code null} lists become empty. */
    public Conn {
        Objects.requireNonNull(uid, "uid");
        Objects.requireNonNull(origH, "origH");
        Objects.requireNonNull(respH, "respH");
        Objects.requireNonNull(proto, "proto");
        service = service == null ? List.of() : List.copyOf(service);
        tunnelParents = tunnelParents == null ? List.of() : List.copyOf(tunnelParents);
    }

    /**
     * Event time: when the flow ended, {@code ts + duration}. Zeek writes a line when its
     * connection ends. A flow without a duration ended when it began.
     */
    public long endMicros() {
        return durationMicros == null ? tsMicros : tsMicros + durationMicros;
    }

    /** An empty builder; time, uid, addresses and proto must be set. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that holds this flow's values. */
    public Builder toBuilder() {
        Builder b = new Builder();
        b.tsMicros = tsMicros;
        b.uid = uid;
        b.origH = origH;
        b.origP = origP;
        b.respH = respH;
        b.respP = respP;
        b.proto = proto;
        b.service = service;
        b.durationMicros = durationMicros;
        b.origBytes = origBytes;
        b.respBytes = respBytes;
        b.connState = connState;
        b.localOrig = localOrig;
        b.localResp = localResp;
        b.missedBytes = missedBytes;
        b.history = history;
        b.origPkts = origPkts;
        b.origIpBytes = origIpBytes;
        b.respPkts = respPkts;
        b.respIpBytes = respIpBytes;
        b.tunnelParents = tunnelParents;
        b.ipProto = ipProto;
        b.communityId = communityId;
        b.origL2Addr = origL2Addr;
        b.respL2Addr = respL2Addr;
        b.vlan = vlan;
        b.innerVlan = innerVlan;
        b.writeTsMicros = writeTsMicros;
        b.sensor = sensor;
        b.label = label;
        b.detailedLabel = detailedLabel;
        return b;
    }

    /**
     * Builds a {@link Conn}; what is not set is absent. Not thread-safe; may be reused after {@link
     * #build()}.
     */
    public static final class Builder {
        private long tsMicros;
        private String uid;
        private String origH;
        private int origP;
        private String respH;
        private int respP;
        private String proto;
        private List<String> service;
        private Long durationMicros;
        private Long origBytes;
        private Long respBytes;
        private String connState;
        private Boolean localOrig;
        private Boolean localResp;
        private long missedBytes;
        private String history;
        private Long origPkts;
        private Long origIpBytes;
        private Long respPkts;
        private Long respIpBytes;
        private List<String> tunnelParents;
        private Integer ipProto;
        private String communityId;
        private String origL2Addr;
        private String respL2Addr;
        private Integer vlan;
        private Integer innerVlan;
        private Long writeTsMicros;
        private String sensor;
        private String label;
        private String detailedLabel;

        private Builder() {}

        public Builder tsMicros(long value) {
            tsMicros = value;
            return this;
        }

        public Builder uid(String value) {
            uid = value;
            return this;
        }

        public Builder origH(String value) {
            origH = value;
            return this;
        }

        public Builder origP(int value) {
            origP = value;
            return this;
        }

        public Builder respH(String value) {
            respH = value;
            return this;
        }

        public Builder respP(int value) {
            respP = value;
            return this;
        }

        public Builder proto(String value) {
            proto = value;
            return this;
        }

        public Builder service(List<String> value) {
            service = value;
            return this;
        }

        public Builder durationMicros(Long value) {
            durationMicros = value;
            return this;
        }

        public Builder origBytes(Long value) {
            origBytes = value;
            return this;
        }

        public Builder respBytes(Long value) {
            respBytes = value;
            return this;
        }

        public Builder connState(String value) {
            connState = value;
            return this;
        }

        public Builder localOrig(Boolean value) {
            localOrig = value;
            return this;
        }

        public Builder localResp(Boolean value) {
            localResp = value;
            return this;
        }

        public Builder missedBytes(long value) {
            missedBytes = value;
            return this;
        }

        public Builder history(String value) {
            history = value;
            return this;
        }

        public Builder origPkts(Long value) {
            origPkts = value;
            return this;
        }

        public Builder origIpBytes(Long value) {
            origIpBytes = value;
            return this;
        }

        public Builder respPkts(Long value) {
            respPkts = value;
            return this;
        }

        public Builder respIpBytes(Long value) {
            respIpBytes = value;
            return this;
        }

        public Builder tunnelParents(List<String> value) {
            tunnelParents = value;
            return this;
        }

        public Builder ipProto(Integer value) {
            ipProto = value;
            return this;
        }

        public Builder communityId(String value) {
            communityId = value;
            return this;
        }

        public Builder origL2Addr(String value) {
            origL2Addr = value;
            return this;
        }

        public Builder respL2Addr(String value) {
            respL2Addr = value;
            return this;
        }

        public Builder vlan(Integer value) {
            vlan = value;
            return this;
        }

        public Builder innerVlan(Integer value) {
            innerVlan = value;
            return this;
        }

        public Builder writeTsMicros(Long value) {
            writeTsMicros = value;
            return this;
        }

        public Builder sensor(String value) {
            sensor = value;
            return this;
        }

        public Builder label(String value) {
            label = value;
            return this;
        }

        public Builder detailedLabel(String value) {
            detailedLabel = value;
            return this;
        }

        /**
         * The flow; throws NullPointerException naming the first of uid, origH, respH, proto that
         * is not set.
         */
        public Conn build() {
            return new Conn(
                    tsMicros,
                    uid,
                    origH,
                    origP,
                    respH,
                    respP,
                    proto,
                    service,
                    durationMicros,
                    origBytes,
                    respBytes,
                    connState,
                    localOrig,
                    localResp,
                    missedBytes,
                    history,
                    origPkts,
                    origIpBytes,
                    respPkts,
                    respIpBytes,
                    tunnelParents,
                    ipProto,
                    communityId,
                    origL2Addr,
                    respL2Addr,
                    vlan,
                    innerVlan,
                    writeTsMicros,
                    sensor,
                    label,
                    detailedLabel);
        }
    }
}
