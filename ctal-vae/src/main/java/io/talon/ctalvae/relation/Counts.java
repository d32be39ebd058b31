// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.relation;

import java.util.Arrays;

/** How often keys were added. Not thread-safe. */
final class Counts {
    private static final int ROOM = 1 << 10;

    /** Keys plus 1; 0 is a free slot. */
    private int[] slots = new int[ROOM];

    private int[] counts = new int[ROOM];
    private int size;

    /**
     * @param key 0 to 2²⁴ − 1
     * @param times how often it is added, at least once
     * @return how often it was added, now included
     */
    int add(int key, int times) {
        int slot = slot(key);
        if (slots[slot] == 0) {
            slots[slot] = key + 1;
            if (++size > slots.length / 2) {
                grow();
                slot = slot(key);
            }
        }
        return counts[slot] += times;
    }

    private int slot(int key) {
        int slot = key & slots.length - 1;
        while (slots[slot] != 0 && slots[slot] != key + 1) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private void grow() {
        int[] keys = slots;
        int[] before = counts;
        slots = new int[2 * keys.length];
        counts = new int[slots.length];
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != 0) {
                int slot = slot(keys[i] - 1);
                slots[slot] = keys[i];
                counts[slot] = before[i];
            }
        }
    }

    /** All keys, ascending; as floats they are exact. */
    float[] keys() {
        int[] sorted = Arrays.stream(slots).filter(key -> key != 0).sorted().toArray();
        float[] keys = new float[sorted.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = sorted[i] - 1;
        }
        return keys;
    }

    /** How often each of these was added. */
    float[] of(float[] keys) {
        float[] of = new float[keys.length];
        for (int i = 0; i < keys.length; i++) {
            of[i] = counts[slot((int) keys[i])];
        }
        return of;
    }
}
