// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.control;

import io.talon.job.flow.IpAddress;
import java.util.Optional;

/**
 * A net: an address and how many of its leading bits count.
 *
 * @param bits 0 to 32, or to 128 for IPv6
 */
record Cidr(IpAddress address, int bits) {

    /** From {@code address/bits}, or a single address; empty if the text is neither. */
    static Optional<Cidr> parse(String text) {
        int slash = text.indexOf('/');
        String head = slash < 0 ? text : text.substring(0, slash);
        return IpAddress.parse(head)
                .flatMap(
                        address -> {
                            int most = address.bytes().length * Byte.SIZE;
                            int bits = slash < 0 ? most : bits(text.substring(slash + 1));
                            return bits < 0 || bits > most
                                    ? Optional.empty()
                                    : Optional.of(new Cidr(address, bits));
                        });
    }

    private static int bits(String text) {
        return text.matches("\\d{1,3}") ? Integer.parseInt(text) : -1;
    }

    /** Whether the address is in the net; one of the other version never is. */
    boolean contains(IpAddress other) {
        byte[] mine = address.bytes();
        byte[] theirs = other.bytes();
        if (mine.length != theirs.length) {
            return false;
        }
        int whole = bits / Byte.SIZE;
        for (int i = 0; i < whole; i++) {
            if (mine[i] != theirs[i]) {
                return false;
            }
        }
        int rest = bits % Byte.SIZE;
        return rest == 0 || ((mine[whole] ^ theirs[whole]) & 0xff) >> (Byte.SIZE - rest) == 0;
    }
}
