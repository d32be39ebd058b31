// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.flow;

/**
 * Where the strings of an encoded {@code FlowEvent} lie, and its numbers: the hand-written reader
 * of the present schema, field by field in its order. Filled once, then only read.
 */
final class FlowParts {

    static final int DURATION = 0;
    static final int ORIG_BYTES = 1;
    static final int RESP_BYTES = 2;
    static final int ORIG_PKTS = 3;
    static final int ORIG_IP_BYTES = 4;
    static final int RESP_PKTS = 5;
    static final int RESP_IP_BYTES = 6;

    int tenant;
    int tenantEnd;
    int site;
    int siteEnd;
    int profile;
    int profileEnd;
    long tsMicros;
    int uid;
    int uidEnd;
    int origH;
    int origHEnd;
    int origP;
    int respH;
    int respHEnd;
    int respP;
    int proto;
    int protoEnd;
    int services;

    /** Where the state begins, -1 if absent. */
    int connState = -1;

    int connStateEnd;

    /** Where the history begins, -1 if absent. */
    int history = -1;

    int historyEnd;
    long missedBytes;

    /** By the indices above; 0 where absent. */
    final long[] counts = new long[7];

    /** Bit i set = {@link #counts} i is there. */
    int present;

    static FlowParts read(byte[] bytes, int from) throws MalformedFlowException {
        FlowParts parts = new FlowParts();
        AvroCursor in = new AvroCursor(bytes, from);
        parts.readIdentity(in);
        parts.readService(in);
        parts.readVolume(in);
        skipRest(in);
        in.expectEnd();
        return parts;
    }

    private void readIdentity(AvroCursor in) throws MalformedFlowException {
        tenant = in.skipString();
        tenantEnd = in.at();
        site = in.skipString();
        siteEnd = in.at();
        skipOptionalString(in); // sensor
        profile = in.skipString();
        profileEnd = in.at();
        tsMicros = in.readLong();
        uid = in.skipString();
        uidEnd = in.at();
        origH = in.skipString();
        origHEnd = in.at();
        origP = in.readInt();
        respH = in.skipString();
        respHEnd = in.at();
        respP = in.readInt();
    }

    private void readService(AvroCursor in) throws MalformedFlowException {
        proto = in.skipString();
        protoEnd = in.at();
        services = in.at();
        in.skipStrings();
        readCount(in, DURATION);
        readCount(in, ORIG_BYTES);
        readCount(in, RESP_BYTES);
        if (in.readPresence()) {
            connState = in.skipString();
            connStateEnd = in.at();
        }
    }

    private void readVolume(AvroCursor in) throws MalformedFlowException {
        skipOptionalBoolean(in); // local_orig
        skipOptionalBoolean(in); // local_resp
        missedBytes = in.readLong();
        if (in.readPresence()) {
            history = in.skipString();
            historyEnd = in.at();
        }
        readCount(in, ORIG_PKTS);
        readCount(in, ORIG_IP_BYTES);
        readCount(in, RESP_PKTS);
        readCount(in, RESP_IP_BYTES);
    }

    private static void skipRest(AvroCursor in) throws MalformedFlowException {
        in.skipStrings(); // tunnel_parents
        skipOptionalInt(in); // ip_proto
        skipOptionalString(in); // community_id
        skipOptionalString(in); // orig_l2_addr
        skipOptionalString(in); // resp_l2_addr
        skipOptionalInt(in); // vlan
        skipOptionalInt(in); // inner_vlan
        if (in.readPresence()) {
            in.readLong(); // write_ts
        }
        if (in.readPresence()) {
            in.skipDoublesByName(); // features
        }
    }

    private void readCount(AvroCursor in, int index) throws MalformedFlowException {
        if (in.readPresence()) {
            counts[index] = in.readLong();
            present |= 1 << index;
        }
    }

    private static void skipOptionalString(AvroCursor in) throws MalformedFlowException {
        if (in.readPresence()) {
            in.skipString();
        }
    }

    private static void skipOptionalInt(AvroCursor in) throws MalformedFlowException {
        if (in.readPresence()) {
            in.readInt();
        }
    }

    private static void skipOptionalBoolean(AvroCursor in) throws MalformedFlowException {
        if (in.readPresence()) {
            in.readBoolean();
        }
    }

    /** A count, null where absent. */
    Long count(int index) {
        return (present >>> index & 1) == 0 ? null : (Long) counts[index];
    }
}
