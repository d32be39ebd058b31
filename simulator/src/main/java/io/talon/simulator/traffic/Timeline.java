// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.traffic;

import io.talon.zeek.Conn;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/**
 * Lets behaviours act in the order of time and hands out their flows in the order in which they
 * end, as Zeek writes them. Lazy: it holds only the flows that are open at the moment. Flows that
 * would end after {@code end} are never written.
 */
public final class Timeline implements Iterator<Timeline.Flow> {

    private static final Comparator<Wake> BY_TIME =
            Comparator.comparingLong(Wake::at).thenComparingInt(Wake::order);
    private static final Comparator<Open> BY_END =
            Comparator.comparingLong(Open::end).thenComparingLong(Open::order);

    private final PriorityQueue<Wake> wakes = new PriorityQueue<>(BY_TIME);
    private final PriorityQueue<Open> open = new PriorityQueue<>(BY_END);
    private final long end;
    private long made;

    /** A flow and the source of the actor that made it. */
    public record Flow(Conn conn, Object source) {}

    private record Wake(long at, int order, Actor actor) {}

    private record Open(long end, long order, Flow flow) {}

    /** Runs the actors until {@code end}, microseconds since 1970. */
    public Timeline(List<Actor> actors, long end) {
        this.end = end;
        for (int i = 0; i < actors.size(); i++) {
            schedule(actors.get(i).behaviour().first(), i, actors.get(i));
        }
    }

    private void schedule(long at, int order, Actor actor) {
        if (at < end) {
            wakes.add(new Wake(at, order, actor));
        }
    }

    @Override
    public boolean hasNext() {
        // A flow may go out once nothing that still can happen ends before it.
        while (!wakes.isEmpty() && (open.isEmpty() || open.peek().end() > wakes.peek().at())) {
            Wake wake = wakes.remove();
            long next = wake.actor().behaviour().act(wake.at(), new Recorder(wake.actor()));
            if (next <= wake.at()) {
                throw new IllegalStateException(
                        wake.actor().behaviour() + " does not move on from " + wake.at());
            }
            schedule(next, wake.order(), wake.actor());
        }
        return !open.isEmpty() && open.peek().end() < end;
    }

    @Override
    public Flow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return open.remove().flow();
    }

    /** Turns what an actor does into open flows. */
    private final class Recorder implements Behaviour.Outlet {

        private final Actor actor;

        Recorder(Actor actor) {
            this.actor = actor;
        }

        @Override
        public void tcp(Tcp tcp) {
            add(actor.wire().tcp(tcp));
        }

        @Override
        public void udp(Udp udp) {
            add(actor.wire().udp(udp));
        }

        @Override
        public void ping(
                long start, Host orig, Host resp, int count, int payload, boolean answered) {
            add(actor.wire().ping(start, orig, resp, count, payload, answered));
        }

        private void add(Conn.Builder builder) {
            Conn conn = actor.stamp().apply(builder).build();
            open.add(new Open(conn.endMicros(), made++, new Flow(conn, actor.source())));
        }
    }
}
