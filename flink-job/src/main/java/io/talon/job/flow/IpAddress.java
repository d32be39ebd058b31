// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.flow;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An IP address as bytes, read from its written form without ever asking a name server: what comes
 * over the wire may be a name.
 *
 * @param bytes 4 or 16 bytes, network order; not to be changed
 */
public record IpAddress(byte[] bytes) {

    private static final String OCTET = "(25[0-5]|2[0-4]\\d|[01]?\\d?\\d)";
    private static final Pattern DOTTED =
            Pattern.compile(String.join("\\.", OCTET, OCTET, OCTET, OCTET));
    private static final Pattern COLONS = Pattern.compile("[0-9a-fA-F]*:[0-9a-fA-F:.]{1,45}");

    /** The address, or empty if the text is no address. A zone ({@code %eth0}) is cut off. */
    public static Optional<IpAddress> parse(String text) {
        int zone = text.indexOf('%');
        String address = zone < 0 ? text : text.substring(0, zone);
        Matcher dotted = DOTTED.matcher(address);
        if (dotted.matches()) {
            byte[] octets = new byte[4];
            for (int i = 0; i < octets.length; i++) {
                octets[i] = (byte) Integer.parseInt(dotted.group(i + 1));
            }
            return Optional.of(new IpAddress(octets));
        }
        if (!COLONS.matcher(address).matches()) {
            return Optional.empty();
        }
        try { // text with a colon is never looked up
            return Optional.of(new IpAddress(InetAddress.getByName(address).getAddress()));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** Whether it is of version 4. */
    public boolean isV4() {
        return bytes.length == 4;
    }

    /** Dotted, or with colons as RFC 5952 has it: lower case, the longest run of zeros cut out. */
    public String text() {
        if (isV4()) {
            return "%d.%d.%d.%d"
                    .formatted(bytes[0] & 255, bytes[1] & 255, bytes[2] & 255, bytes[3] & 255);
        }
        StringJoiner groups = new StringJoiner(":");
        for (int i = 0; i < bytes.length; i += 2) {
            groups.add(Integer.toHexString((bytes[i] & 255) << 8 | bytes[i + 1] & 255));
        }
        String full = groups.toString();
        for (int zeros = 8; zeros >= 2; zeros--) {
            String run = ":0".repeat(zeros).substring(1);
            if (full.matches("(.*:)?" + run + "(:.*)?")) {
                return full.replaceFirst("(^|:)" + run + "(:|$)", "::");
            }
        }
        return full;
    }
}
