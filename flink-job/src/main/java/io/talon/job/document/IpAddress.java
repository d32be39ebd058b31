// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.document;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An IP address as bytes, read from its written form without ever asking a name server: what comes
 * over the wire may be a name.
 *
 * @param bytes 4 or 16 bytes, network order; not to be changed
 */
record IpAddress(byte[] bytes) {

    private static final Pattern DOTTED = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern COLONS = Pattern.compile("[0-9a-fA-F]*:[0-9a-fA-F:.]{1,45}");

    /** The address, or empty if the text is no address. A zone ({@code %eth0}) is cut off. */
    static Optional<IpAddress> parse(String text) {
        int zone = text.indexOf('%');
        String address = zone < 0 ? text : text.substring(0, zone);
        if (!DOTTED.matcher(address).matches() && !COLONS.matcher(address).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new IpAddress(InetAddress.getByName(address).getAddress()));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    boolean isV4() {
        return bytes.length == 4;
    }

    String text() {
        try {
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of %d bytes".formatted(bytes.length), e);
        }
    }
}
