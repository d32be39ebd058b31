// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.document;

import io.talon.job.flow.IpAddress;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Community ID version 1: the same string at every tool that saw the flow, whichever side it took
 * for the originator.
 *
 * <pre>"1:" + base64(sha1(seed:16 · address · address · protocol:8 · 0:8 · port:16 · port:16))
 * </pre>
 *
 * The lower endpoint comes first. For ICMP the type and its answer's type stand for the ports;
 * protocols without ports leave them out.
 */
final class CommunityId {

    private static final int ICMP = 1;
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int ICMP6 = 58;
    private static final int SCTP = 132;
    private static final int SEED = 0;

    private CommunityId() {}

    /**
     * The id, or empty if an address or the protocol is not known.
     *
     * @param proto transport as Zeek names it
     * @param ipProto IP protocol number, where Zeek gave one
     */
    static Optional<String> of(
            String orig, int origPort, String resp, int respPort, String proto, Integer ipProto) {
        Optional<IpAddress> from = IpAddress.parse(orig);
        Optional<IpAddress> to = IpAddress.parse(resp);
        if (from.isEmpty() || to.isEmpty() || from.get().isV4() != to.get().isV4()) {
            return Optional.empty();
        }
        int number = protocol(proto, ipProto, from.get().isV4());
        if (number < 0) {
            return Optional.empty();
        }
        byte[] first = from.get().bytes();
        byte[] second = to.get().bytes();
        int firstPort = origPort;
        int secondPort = respPort;
        boolean oneWay = false;
        if (number == ICMP || number == ICMP6) {
            int answer = answerTo(number, origPort);
            oneWay = answer < 0;
            secondPort = oneWay ? respPort : answer;
        }
        if (!oneWay && isBefore(second, secondPort, first, firstPort)) {
            byte[] address = first;
            first = second;
            second = address;
            int port = firstPort;
            firstPort = secondPort;
            secondPort = port;
        }
        ByteBuffer hashed =
                ByteBuffer.allocate(8 + 2 * first.length)
                        .putShort((short) SEED)
                        .put(first)
                        .put(second)
                        .put((byte) number)
                        .put((byte) 0);
        if (hasPorts(number)) {
            hashed.putShort((short) firstPort).putShort((short) secondPort);
        }
        byte[] bytes = Arrays.copyOf(hashed.array(), hashed.position());
        return Optional.of("1:" + Base64.getEncoder().encodeToString(sha1(bytes)));
    }

    private static boolean isBefore(byte[] a, int aPort, byte[] b, int bPort) {
        int order = Arrays.compareUnsigned(a, b);
        return order < 0 || (order == 0 && aPort < bPort);
    }

    private static int protocol(String proto, Integer ipProto, boolean v4) {
        return switch (proto) {
            case "tcp" -> TCP;
            case "udp" -> UDP;
            case "icmp" -> v4 ? ICMP : ICMP6;
            case "sctp" -> SCTP;
            default -> ipProto == null ? -1 : ipProto;
        };
    }

    private static boolean hasPorts(int protocol) {
        return switch (protocol) {
            case ICMP, TCP, UDP, ICMP6, SCTP -> true;
            default -> false;
        };
    }

    /** The ICMP type that answers this one, -1 for types that have no answer. */
    private static int answerTo(int protocol, int type) {
        return protocol == ICMP ? answerToIcmp(type) : answerToIcmp6(type);
    }

    private static int answerToIcmp(int type) {
        return switch (type) {
            case 0 -> 8; // echo
            case 8 -> 0;
            case 9 -> 10; // router advertisement and solicitation
            case 10 -> 9;
            case 13 -> 14; // time stamp
            case 14 -> 13;
            case 15 -> 16; // information
            case 16 -> 15;
            case 17 -> 18; // address mask
            case 18 -> 17;
            default -> -1;
        };
    }

    private static int answerToIcmp6(int type) {
        return switch (type) {
            case 128 -> 129; // echo
            case 129 -> 128;
            case 130 -> 131; // multicast listener
            case 131 -> 130;
            case 133 -> 134; // router solicitation and advertisement
            case 134 -> 133;
            case 135 -> 136; // neighbour solicitation and advertisement
            case 136 -> 135;
            case 139 -> 140; // node information
            case 140 -> 139;
            case 144 -> 145; // home agent discovery
            case 145 -> 144;
            default -> -1;
        };
    }

    private static byte[] sha1(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
