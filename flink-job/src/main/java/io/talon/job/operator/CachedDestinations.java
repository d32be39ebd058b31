// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.operator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.ValueState;

/**
 * So many destinations as objects on the heap, in front of a state backend that keeps bytes on
 * disk, where every flow would otherwise read and write a whole history. The backend gets a
 * destination when it has to make room for another, and all that changed at every checkpoint: what
 * is restored knows nothing of this. Room is made by a second chance, so that to find a destination
 * changes one flag. Objects are the cache's own and copied on their way, for a backend may keep
 * those that it is given, and flows change these.
 */
final class CachedDestinations implements DestinationStore {

    private final ValueState<DestinationState> backend;
    private final OtherDestinations others;
    private final int most;
    private final Map<String, Slot> slots = new HashMap<>();
    private final List<Slot> ring = new ArrayList<>();
    private int hand;

    /**
     * @param backend of whatever key is the present one
     * @param others makes another key the present one
     * @param most destinations, at least one
     */
    CachedDestinations(ValueState<DestinationState> backend, OtherDestinations others, int most) {
        this.backend = backend;
        this.others = others;
        this.most = most;
    }

    @Override
    public DestinationState get(String key) throws IOException {
        Slot slot = slots.get(key);
        if (slot == null) {
            DestinationState kept = backend.value();
            slot = new Slot(key, kept == null ? null : kept.copy());
            place(slot);
        }
        slot.used = true;
        return slot.state;
    }

    @Override
    public DestinationState peek(String key) throws IOException {
        Slot slot = slots.get(key);
        return slot == null ? backend.value() : slot.state;
    }

    @Override
    public void put(String key, DestinationState state) throws IOException {
        Slot slot = slots.get(key);
        if (slot == null) {
            slot = new Slot(key, null);
            place(slot);
        }
        slot.state = state;
        slot.changed = true;
        slot.used = true;
    }

    @Override
    public void remove(String key) {
        Slot slot = slots.get(key);
        if (slot != null) {
            slot.state = null;
            slot.changed = false;
        }
        backend.clear();
    }

    @Override
    public void writeBack() {
        for (Slot slot : ring) {
            write(slot);
        }
    }

    private void place(Slot slot) {
        slots.put(slot.key, slot);
        if (ring.size() < most) {
            ring.add(slot);
            return;
        }
        while (ring.get(hand).used) {
            ring.get(hand).used = false;
            hand = next();
        }
        Slot gone = ring.set(hand, slot);
        hand = next();
        write(gone);
        slots.remove(gone.key);
    }

    private int next() {
        return hand + 1 == most ? 0 : hand + 1;
    }

    private void write(Slot slot) {
        if (slot.changed) {
            others.at(slot.key, () -> backend.update(slot.state.copy()));
            slot.changed = false;
        }
    }

    private static final class Slot {
        private final String key;

        /** Null if nothing is kept of it. */
        private DestinationState state;

        /** Whether the backend has something else. */
        private boolean changed;

        /** Whether it was asked for since the hand last passed. */
        private boolean used;

        private Slot(String key, DestinationState state) {
            this.key = key;
            this.state = state;
        }
    }
}
