// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.zeek;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of conn.log that Talon knows: under which names they come and how a value is read.
 * Names of rank 0 are Zeek's own; a name of a higher rank counts only where no name of a lower one
 * has a value.
 */
enum ConnField {
    PATH((r, t) -> r.path(t.toString()), names("_path", "@path")),
    TS((r, t) -> r.conn().tsMicros(TimeText.micros(t)), names("ts")),
    UID((r, t) -> r.conn().uid(notEmpty(t)), names("uid")),
    ORIG_H(
            (r, t) -> r.conn().origH(address(r, t)),
            names("id.orig_h", "id_orig_h"),
            names("src", "src_ip")),
    ORIG_P((r, t) -> r.conn().origP(port(t)), names("id.orig_p", "id_orig_p"), names("src_port")),
    RESP_H(
            (r, t) -> r.conn().respH(address(r, t)),
            names("id.resp_h", "id_resp_h"),
            names("dst", "dst_ip")),
    RESP_P((r, t) -> r.conn().respP(port(t)), names("id.resp_p", "id_resp_p"), names("dst_port")),
    PROTO((r, t) -> r.conn().proto(r.cached(notEmptyText(t))), names("proto")),
    SERVICE((r, t) -> r.conn().service(r.commaList(t)), names("service")),
    DURATION((r, t) -> r.conn().durationMicros(NumberText.secondsToMicros(t)), names("duration")),
    ORIG_BYTES((r, t) -> r.conn().origBytes(NumberText.count(t)), names("orig_bytes")),
    RESP_BYTES((r, t) -> r.conn().respBytes(NumberText.count(t)), names("resp_bytes")),
    CONN_STATE((r, t) -> r.conn().connState(r.cached(t)), names("conn_state")),
    LOCAL_ORIG((r, t) -> r.conn().localOrig(bool(t)), names("local_orig")),
    LOCAL_RESP((r, t) -> r.conn().localResp(bool(t)), names("local_resp")),
    MISSED_BYTES((r, t) -> r.conn().missedBytes(NumberText.count(t)), names("missed_bytes")),
    HISTORY((r, t) -> r.conn().history(r.cached(t)), names("history")),
    ORIG_PKTS((r, t) -> r.conn().origPkts(NumberText.count(t)), names("orig_pkts")),
    ORIG_IP_BYTES((r, t) -> r.conn().origIpBytes(NumberText.count(t)), names("orig_ip_bytes")),
    RESP_PKTS((r, t) -> r.conn().respPkts(NumberText.count(t)), names("resp_pkts")),
    RESP_IP_BYTES((r, t) -> r.conn().respIpBytes(NumberText.count(t)), names("resp_ip_bytes")),
    TUNNEL_PARENTS((r, t) -> r.conn().tunnelParents(r.commaList(t)), names("tunnel_parents")),
    IP_PROTO(
            (r, t) -> r.conn().ipProto(NumberText.smallCount(t, 255, "IP protocol")),
            names("ip_proto")),
    COMMUNITY_ID((r, t) -> r.conn().communityId(t.toString()), names("community_id")),
    ORIG_L2_ADDR((r, t) -> r.conn().origL2Addr(r.cached(t)), names("orig_l2_addr")),
    RESP_L2_ADDR((r, t) -> r.conn().respL2Addr(r.cached(t)), names("resp_l2_addr")),
    VLAN((r, t) -> r.conn().vlan(vlan(t)), names("vlan"), names("id.ctx.vlan")),
    INNER_VLAN(
            (r, t) -> r.conn().innerVlan(vlan(t)), names("inner_vlan"), names("id.ctx.inner_vlan")),
    WRITE_TS((r, t) -> r.conn().writeTsMicros(TimeText.micros(t)), names("_write_ts", "@write_ts")),
    SENSOR(
            (r, t) -> r.conn().sensor(r.cached(t)),
            names("_system_name", "@system_name"),
            names("_node_name", "@node_name"),
            names("sensor")),
    LABEL((r, t) -> r.conn().label(r.cached(t)), names("label")),
    DETAILED_LABEL(
            (r, t) -> r.conn().detailedLabel(r.cached(t)),
            names("detailedlabel", "detailed-label", "detailed_label"));

    /** What every flow must have. */
    static final List<ConnField> REQUIRED = List.of(TS, UID, ORIG_H, ORIG_P, RESP_H, RESP_P, PROTO);

    /** Columns of which a conn.log has at least one, and no other log of Zeek has any. */
    static final List<ConnField> CHARACTERISTIC =
            List.of(CONN_STATE, HISTORY, ORIG_PKTS, ORIG_BYTES);

    private static final Map<String, Binding> BY_NAME = byName();

    private final ValueParser parser;
    private final List<List<String>> namesByRank;

    @SafeVarargs
    @SuppressWarnings("varargs")
    ConnField(ValueParser parser, List<String>... namesByRank) {
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

    long bit() {
        return 1L << ordinal();
    }

    void parse(Row row, Text text) throws BadValueException {
        parser.parse(row, text);
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

    private static String notEmpty(Text t) throws BadValueException {
        return notEmptyText(t).toString();
    }

    private static Text notEmptyText(Text t) throws BadValueException {
        if (t.length() == 0) {
            throw new BadValueException(t, "is empty");
        }
        return t;
    }

    private static String address(Row row, Text t) throws BadValueException {
        if (!AddressText.isAddress(t)) {
            throw new BadValueException(t, "is no IP address");
        }
        return row.cached(t);
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
