// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Free TCP ports on the loopback address. Thread-safe; gives no port twice.
 *
 * <p>They are taken below the range from which operating systems serve outgoing connections, so
 * that none is lost to one between being chosen here and being bound by a part.
 */
public final class Ports {
    private static final int FIRST = 20_000;
    private static final int LAST = 32_000;
    private static final int TRIES = 1_000;

    private final Set<Integer> given = new HashSet<>();

    /**
     * A port on which nothing listens.
     *
     * @throws IOException if none of many tried ports could be bound
     */
    public synchronized int free() throws IOException {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            if (isFree(port) && given.add(port)) {
                return port;
            }
        }
        throw new IOException(
                "no free TCP port on 127.0.0.1 between "
                        + FIRST
                        + " and "
                        + LAST
                        + " after "
                        + TRIES
                        + " tries");
    }

    /** Whether a program could listen on this port of the loopback address now. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // Otherwise a port in TIME_WAIT counts as taken although a server could have it.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
