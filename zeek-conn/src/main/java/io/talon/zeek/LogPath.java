// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.zeek;

/** Which log a record belongs to, by Zeek's log path. */
final class LogPath {

    private LogPath() {}

    /**
     * conn itself and the names that a filter of its own gives it ({@code conn-external}); not
     * {@code conn_long}.
     */
    static boolean isConn(String path) {
        return path.equals("conn") || path.startsWith("conn-");
    }

    static String skipReason(String path) {
        String shown = path.length() > 40 ? path.substring(0, 40) + "…" : path;
        return "is of " + shown.replaceAll("\\p{Cntrl}", "\uFFFD") + ".log, not conn.log";
    }
}
