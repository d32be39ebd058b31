// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.zeek;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The columns of conn.log that Talon knows: under which names they come, how a value is read into a
 * row and taken from a flow. Names of rank 0 are Zeek's own; a name of a higher rank counts only
 * where no name of a lower one has a value.
 */
enum ConnField {
    PATH(ZeekType.STRING, c -> null, (r, t) -> r.path(t.toString()), names("_path", "@path")),
    TS(ZeekType.TIME, Conn::tsMicros, (r, t) -> r.conn().tsMicros(TimeText.micros(t)), names("ts")),
    UID(ZeekType.STRING, Conn::uid, (r, t) -> r.conn().uid(notEmpty(t).toString()), names("uid")),
    ORIG_H(
            ZeekType.ADDR,
            Conn::origH,
            (r, t) -> r.conn().origH(r.cached(address(t))),
            names("id.orig_h", "id_orig_h"),
            names("src", "src_ip")),
    ORIG_P(
            ZeekType.PORT,
            Conn::origP,
            (r, t) -> r.conn().origP(port(t)),
            names("id.orig_p", "id_orig_p"),
            names("src_port")),
    RESP_H(
            ZeekType.ADDR,
            Conn::respH,
            (r, t) -> r.conn().respH(r.cached(address(t))),
            names("id.resp_h", "id_resp_h"),
            names("dst", "dst_ip")),
    RESP_P(
            ZeekType.PORT,
            Conn::respP,
            (r, t) -> r.conn().respP(port(t)),
            names("id.resp_p", "id_resp_p"),
            names("dst_port")),
    PROTO(
            ZeekType.ENUM,
            Conn::proto,
            (r, t) -> r.conn().proto(r.cached(notEmpty(t))),
            names("proto")),
    SERVICE(
            ZeekType.COMMA_STRING,
            Conn::service,
            (r, t) -> r.conn().service(r.commaList(t)),
            names("service")),
    DURATION(
            ZeekType.INTERVAL,
            Conn::durationMicros,
            (r, t) -> r.conn().durationMicros(NumberText.secondsToMicros(t)),
            names("duration")),
    ORIG_BYTES(
            ZeekType.COUNT,
            Conn::origBytes,
            (r, t) -> r.conn().origBytes(NumberText.count(t)),
            names("orig_bytes")),
    RESP_BYTES(
            ZeekType.COUNT,
            Conn::respBytes,
            (r, t) -> r.conn().respBytes(NumberText.count(t)),
            names("resp_bytes")),
    CONN_STATE(
            ZeekType.STRING,
            Conn::connState,
            (r, t) -> r.conn().connState(r.cached(t)),
            names("conn_state")),
    LOCAL_ORIG(
            ZeekType.BOOL,
            Conn::localOrig,
            (r, t) -> r.conn().localOrig(bool(t)),
            names("local_orig")),
    LOCAL_RESP(
            ZeekType.BOOL,
            Conn::localResp,
            (r, t) -> r.conn().localResp(bool(t)),
            names("local_resp")),
    MISSED_BYTES(
            ZeekType.COUNT,
            Conn::missedBytes,
            (r, t) -> r.conn().missedBytes(NumberText.count(t)),
            names("missed_bytes")),
    HISTORY(
            ZeekType.STRING,
            Conn::history,
            (r, t) -> r.conn().history(r.cached(t)),
            names("history")),
    ORIG_PKTS(
            ZeekType.COUNT,
            Conn::origPkts,
            (r, t) -> r.conn().origPkts(NumberText.count(t)),
            names("orig_pkts")),
    ORIG_IP_BYTES(
            ZeekType.COUNT,
            Conn::origIpBytes,
            (r, t) -> r.conn().origIpBytes(NumberText.count(t)),
            names("orig_ip_bytes")),
    RESP_PKTS(
            ZeekType.COUNT,
            Conn::respPkts,
            (r, t) -> r.conn().respPkts(NumberText.count(t)),
            names("resp_pkts")),
    RESP_IP_BYTES(
            ZeekType.COUNT,
            Conn::respIpBytes,
            (r, t) -> r.conn().respIpBytes(NumberText.count(t)),
            names("resp_ip_bytes")),
    TUNNEL_PARENTS(
            ZeekType.SET,
            Conn::tunnelParents,
            (r, t) -> r.conn().tunnelParents(r.commaList(t)),
            names("tunnel_parents")),
    IP_PROTO(
            ZeekType.COUNT,
            Conn::ipProto,
            (r, t) -> r.conn().ipProto(NumberText.smallCount(t, 255, "IP protocol")),
            names("ip_proto")),
    COMMUNITY_ID(
            ZeekType.STRING,
            Conn::communityId,
            (r, t) -> r.conn().communityId(t.toString()),
            names("community_id")),
    ORIG_L2_ADDR(
            ZeekType.STRING,
            Conn::origL2Addr,
            (r, t) -> r.conn().origL2Addr(r.cached(t)),
            names("orig_l2_addr")),
    RESP_L2_ADDR(
            ZeekType.STRING,
            Conn::respL2Addr,
            (r, t) -> r.conn().respL2Addr(r.cached(t)),
            names("resp_l2_addr")),
    VLAN(
            ZeekType.INT,
            Conn::vlan,
            (r, t) -> r.conn().vlan(vlan(t)),
            names("vlan"),
            names("id.ctx.vlan")),
    INNER_VLAN(
            ZeekType.INT,
            Conn::innerVlan,
            (r, t) -> r.conn().innerVlan(vlan(t)),
            names("inner_vlan"),
            names("id.ctx.inner_vlan")),
    WRITE_TS(
            ZeekType.TIME,
            Conn::writeTsMicros,
            (r, t) -> r.conn().writeTsMicros(TimeText.micros(t)),
            names("_write_ts", "@write_ts")),
    SENSOR(
            ZeekType.STRING,
            Conn::sensor,
            (r, t) -> r.conn().sensor(r.cached(t)),
            names("_system_name", "@system_name"),
            names("_node_name", "@node_name"),
            names("sensor")),
    LABEL(ZeekType.STRING, Conn::label, (r, t) -> r.conn().label(r.cached(t)), names("label")),
    DETAILED_LABEL(
            ZeekType.STRING,
            Conn::detailedLabel,
            (r, t) -> r.conn().detailedLabel(r.cached(t)),
            names("detailedlabel", "detailed-label", "detailed_label"));

    /** What every flow must have. */
    static final List<ConnField> REQUIRED = List.of(TS, UID, ORIG_H, ORIG_P, RESP_H, RESP_P, PROTO);

    /** Columns of which a conn.log has at least one, and no other log of Zeek has any. */
    static final List<ConnField> CHARACTERISTIC =
            List.of(CONN_STATE, HISTORY, ORIG_PKTS, ORIG_BYTES);

    private static final Map<String, Binding> BY_NAME = byName();

    private final ZeekType type;
    private final Function<Conn, Object> getter;
    private final ValueParser parser;
    private final List<List<String>> namesByRank;

    @SafeVarargs
    @SuppressWarnings("varargs")
    ConnField(
            ZeekType type,
            Function<Conn, Object> getter,
            ValueParser parser,
            List<String>... namesByRank) {
        this.type = type;
        this.getter = getter;
        this.parser = parser;
        this.namesByRank = List.of(namesByRank);
    }

    /** A field under one of its names. */
    record Binding(ConnField field, String name, int rank) {}

    /** Reads a text into a row. */
    private interface ValueParser {
        void parse(Row row, Text text) throws BadValueException;
    }

    /**
     * The field that a column of this name holds, or null for a column that Talon does not know.
     */
    static Binding byName(String column) {
        return BY_NAME.get(column);
    }

    /** The name under which Zeek writes it. */
    String zeekName() {
        return namesByRank.get(0).get(0);
    }

    ZeekType type() {
        return type;
    }

    long bit() {
        return 1L << ordinal();
    }

    void parse(Row row, Text text) throws BadValueException {
        parser.parse(row, text);
    }

    /**
     * The value in a flow, null where absent: Long, Integer, Boolean, String or List of strings by
     * its type.
     */
    Object of(Conn conn) {
        return getter.apply(conn);
    }

    private static List<String> names(String... names) {
        return Collections.unmodifiableList(Arrays.asList(names));
    }

    private static Map<String, Binding> byName() {
        Map<String, Binding> map = new HashMap<>();
        for (ConnField field : values()) {
            for (int rank = 0; rank < field.namesByRank.size(); rank++) {
                for (String name : field.namesByRank.get(rank)) {
                    map.put(name, new Binding(field, name, rank));
                }
            }
        }
        return Map.copyOf(map);
    }

    private static Text notEmpty(Text t) throws BadValueException {
        if (t.length() == 0) {
            throw new BadValueException(t, "is empty");
        }
        return t;
    }

    private static Text address(Text t) throws BadValueException {
        if (!AddressText.isAddress(t)) {
            throw new BadValueException(t, "is no IP address");
        }
        return t;
    }

    private static int port(Text t) throws BadValueException {
        return NumberText.smallCount(t, 65535, "port");
    }

    private static int vlan(Text t) throws BadValueException {
        return NumberText.smallCount(t, Integer.MAX_VALUE, "VLAN");
    }

    private static boolean bool(Text t) throws BadValueException {
        if (t.is("T") || t.is("true")) {
            return true;
        }
        if (t.is("F") || t.is("false")) {
            return false;
        }
        throw new BadValueException(t, "is neither true (T) nor false (F)");
    }
}
