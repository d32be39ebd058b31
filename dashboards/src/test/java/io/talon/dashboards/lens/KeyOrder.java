// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.lens;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Comparator;

/**
 * The order in which Elasticsearch puts buckets of the same weight: addresses by their bytes,
 * numbers by their value.
 */
enum KeyOrder implements Comparator<String> {
    INSTANCE;

    private static final String ADDRESS = "[0-9]+(\\.[0-9]+){3}|[0-9a-f]*:[0-9a-f:.]*";
    private static final String NUMBER = "-?[0-9]+(\\.[0-9]+)?";
    private static final int V4_IN_V6 = 10;

    @Override
    public int compare(String a, String b) {
        if (a.matches(NUMBER) && b.matches(NUMBER)) {
            return Double.compare(Double.parseDouble(a), Double.parseDouble(b));
        }
        return a.matches(ADDRESS) && b.matches(ADDRESS)
                ? Arrays.compareUnsigned(bytes(a), bytes(b))
                : a.compareTo(b);
    }

    /** As Lucene keeps them: sixteen, IPv4 mapped into IPv6. */
    private static byte[] bytes(String address) {
        try {
            byte[] raw = InetAddress.getByName(address).getAddress();
            if (raw.length == 16) {
                return raw;
            }
            byte[] mapped = new byte[16];
            mapped[V4_IN_V6] = -1;
            mapped[V4_IN_V6 + 1] = -1;
            System.arraycopy(raw, 0, mapped, V4_IN_V6 + 2, raw.length);
            return mapped;
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(address, e);
        }
    }
}
