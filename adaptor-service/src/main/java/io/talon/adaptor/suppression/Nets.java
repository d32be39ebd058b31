// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.suppression;

import io.talon.adaptor.problem.ProblemException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** Nets in CIDR notation. */
final class Nets {
    private static final int SHORTEST_PREFIX = 8;
    private static final String REMEDY =
            "Write it as 10.1.2.0/24 or 2001:db8::/48; a single address needs no prefix length.";

    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";

    /** Four octets, or what has a colon: whatever else looks like an address may be a name. */
    private static final Pattern LITERAL =
            Pattern.compile(OCTET + "(\\." + OCTET + "){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private Nets() {}

    /**
     * Checks a net and adds the prefix length that a single address leaves out; null stays null.
     *
     * @throws ProblemException if it is no net, or larger than a /8
     */
    static String checked(String name, String cidr) {
        if (cidr == null) {
            return null;
        }
        int slash = cidr.indexOf('/');
        String address = slash < 0 ? cidr : cidr.substring(0, slash);
        if (!LITERAL.matcher(address).matches()) {
            throw refused(name, cidr);
        }
        try { // a literal is never looked up
            int bits = InetAddress.getByName(address).getAddress().length * Byte.SIZE;
            int prefix = slash < 0 ? bits : Integer.parseInt(cidr.substring(slash + 1));
            if (prefix < SHORTEST_PREFIX || prefix > bits) {
                throw refused(name, cidr);
            }
            return address + "/" + prefix;
        } catch (UnknownHostException | NumberFormatException e) {
            throw refused(name, cidr);
        }
    }

    private static ProblemException refused(String name, String cidr) {
        return ProblemException.badRequest(
                "bad-net",
                name + " '" + cidr + "' is no net of at least /" + SHORTEST_PREFIX,
                REMEDY);
    }
}
