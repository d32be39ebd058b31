// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.zeek;

/** Checks that a text is an IPv4 or IPv6 address, without asking the network. */
final class AddressText {

    private static final int IPV6_GROUPS = 8;

    private AddressText() {}

    static boolean isAddress(Text t) {
        return t.indexOf(':') >= 0 ? isIpv6(t) : isIpv4(t, 0);
    }

    private static boolean isIpv4(Text t, int from) {
        int octets = 0;
        int digits = 0;
        int value = 0;
        for (int i = from; i <= t.length(); i++) {
            char c = i < t.length() ? t.charAt(i) : '.';
            if (c >= '0' && c <= '9') {
                value = value * 10 + (c - '0');
                if (++digits > 3 || value > 255) {
                    return false;
                }
            } else if (c == '.' && digits > 0) {
                octets++;
                digits = 0;
                value = 0;
            } else {
                return false;
            }
        }
        return octets == 4;
    }

    /** Groups of 1–4 hex digits, at most one {@code ::}, an IPv4 tail, a zone after {@code %}. */
    private static boolean isIpv6(Text t) {
        int zone = t.indexOf('%');
        int n = zone < 0 ? t.length() : zone;
        int groups = 0;
        int digits = 0;
        int groupStart = 0;
        boolean gap = false;
        for (int i = 0; i < n; i++) {
            char c = t.charAt(i);
            if (c == ':') {
                boolean doubled = i + 1 < n && t.charAt(i + 1) == ':';
                if (digits == 0 && !doubled || doubled && gap || i == n - 1) {
                    return false;
                }
                groups += digits > 0 ? 1 : 0;
                gap |= doubled;
                i += doubled ? 1 : 0;
                digits = 0;
                groupStart = i + 1;
            } else if (c == '.') {
                groups += 2;
                return zone < 0 && isIpv4(t, groupStart) && enough(groups, gap);
            } else if (Character.digit(c, 16) < 0 || c > 'f' || ++digits > 4) {
                return false;
            }
        }
        return enough(groups + (digits > 0 ? 1 : 0), gap);
    }

    private static boolean enough(int groups, boolean gap) {
        return gap ? groups < IPV6_GROUPS : groups == IPV6_GROUPS;
    }
}
