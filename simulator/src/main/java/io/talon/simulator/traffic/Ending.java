// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.traffic;

/** How a TCP connection ended, or why it never began; each fixes Zeek's conn_state. */
public enum Ending {
    /** FIN both ways, originator first. */
    CLOSED_BY_ORIG("SF", "Ff"),
    /** FIN both ways, responder first. */
    CLOSED_BY_RESP("SF", "fF"),
    /** Established, then reset by the originator. */
    RESET_BY_ORIG("RSTO", "R"),
    /** Established, then reset by the responder. */
    RESET_BY_RESP("RSTR", "r"),
    /** Established, then silent. */
    LEFT_OPEN("S1", ""),
    /** Only the originator closed. */
    HALF_CLOSED_BY_ORIG("S2", "F"),
    /** Only the responder closed. */
    HALF_CLOSED_BY_RESP("S3", "f"),
    /** The responder answered the SYN, the originator reset at once: a half-open probe. */
    PROBED("RSTO", "R"),
    /** The responder answered the SYN, then nothing more came. */
    HALF_OPEN("S1", ""),
    /** The SYN was answered by a RST. */
    REFUSED("REJ", "r"),
    /** The SYN was never answered. */
    UNANSWERED("S0", "");

    private final String connState;
    private final String history;

    Ending(String connState, String history) {
        this.connState = connState;
        this.history = history;
    }

    /** Zeek's conn_state. */
    public String connState() {
        return connState;
    }

    String history() {
        return history;
    }

    /** Whether the three-way handshake was completed, so that payload can flow. */
    boolean established() {
        return compareTo(PROBED) < 0;
    }
}
