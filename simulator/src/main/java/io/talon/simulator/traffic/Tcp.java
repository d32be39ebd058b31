// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.traffic;

/**
 * What two applications do over one TCP connection; {@link Wire} makes packets of it. Fluent, used
 * once.
 */
public final class Tcp {

    private final long start;
    private final Host orig;
    private final Host resp;
    private final int port;
    private String service;
    private long origBytes;
    private long respBytes;
    private int origMessages = 1;
    private int respMessages = 1;
    private long atLeast;
    private boolean respFirst;
    private Ending ending = Ending.CLOSED_BY_ORIG;

    private Tcp(long start, Host orig, Host resp, int port) {
        this.start = start;
        this.orig = orig;
        this.resp = resp;
        this.port = port;
    }

    /** A connection attempt at {@code start}, microseconds since 1970. */
    public static Tcp connect(long start, Host orig, Host resp, int port) {
        return new Tcp(start, orig, resp, port);
    }

    /** What Zeek's analysers recognise in it; null for nothing. */
    public Tcp service(String value) {
        service = value;
        return this;
    }

    /** Payload each way. */
    public Tcp bytes(double fromOrig, double fromResp) {
        origBytes = Math.max(0, StrictMath.round(fromOrig));
        respBytes = Math.max(0, StrictMath.round(fromResp));
        return this;
    }

    /** Application messages each way; each is at least one packet. */
    public Tcp messages(int fromOrig, int fromResp) {
        origMessages = fromOrig;
        respMessages = fromResp;
        return this;
    }

    /** Time that the applications take; the network's own time comes on top. */
    public Tcp lasting(long micros) {
        atLeast = micros;
        return this;
    }

    /** The responder speaks first, as SSH and SMTP servers do. */
    public Tcp greetedByResp() {
        respFirst = true;
        return this;
    }

    public Tcp ending(Ending value) {
        ending = value;
        return this;
    }

    long start() {
        return start;
    }

    Host orig() {
        return orig;
    }

    Host resp() {
        return resp;
    }

    int port() {
        return port;
    }

    String service() {
        return ending.established() && origBytes + respBytes > 0 ? service : null;
    }

    long origBytes() {
        return ending.established() ? origBytes : 0;
    }

    long respBytes() {
        return ending.established() ? respBytes : 0;
    }

    int origMessages() {
        return origMessages;
    }

    int respMessages() {
        return respMessages;
    }

    long atLeast() {
        return atLeast;
    }

    boolean respFirst() {
        return respFirst;
    }

    Ending ending() {
        return ending;
    }
}
