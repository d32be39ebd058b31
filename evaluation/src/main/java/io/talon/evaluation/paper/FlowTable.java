// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.paper;

import io.talon.evaluation.protocol.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Flows of a CSV file in compact arrays: 4 bytes per feature and 21 per flow, so that 1.2 million
 * flows of 78 features take 400 MB. Not thread-safe.
 */
final class FlowTable {
    private static final int CHUNK = 16_384;

    private final int width;
    private final List<float[]> values = new ArrayList<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<String, Integer> familyIds = new HashMap<>();
    private final List<String> destinations = new ArrayList<>();
    private final List<String> families = new ArrayList<>();
    private long[] times = new long[CHUNK];
    private int[] destination = new int[CHUNK];
    private int[] family = new int[CHUNK];
    private byte[] kind = new byte[CHUNK];
    private int size;

    FlowTable(int width) {
        this.width = width;
    }

    int size() {
        return size;
    }

    int width() {
        return width;
    }

    /** Adds a flow; the values are copied. */
    void add(long timeMicros, String to, Kind what, String named, float[] row) {
        if (size == times.length) {
            int more = size + size / 2;
            times = Arrays.copyOf(times, more);
            destination = Arrays.copyOf(destination, more);
            family = Arrays.copyOf(family, more);
            kind = Arrays.copyOf(kind, more);
        }
        if (size % CHUNK == 0) {
            values.add(new float[CHUNK * width]);
        }
        System.arraycopy(row, 0, values.get(size / CHUNK), size % CHUNK * width, width);
        times[size] = timeMicros;
        destination[size] = id(ids, destinations, to);
        family[size] = id(familyIds, families, named);
        kind[size++] = (byte) what.ordinal();
    }

    private static int id(Map<String, Integer> ids, List<String> names, String name) {
        Integer known = ids.get(name);
        if (known == null) {
            known = names.size();
            ids.put(name, known);
            names.add(name);
        }
        return known;
    }

    long time(int flow) {
        return times[flow];
    }

    String destination(int flow) {
        return destinations.get(destination[flow]);
    }

    String family(int flow) {
        return families.get(family[flow]);
    }

    Kind kind(int flow) {
        return Kind.values()[kind[flow]];
    }

    /** Copies a flow's values to a place in a target. */
    void copyTo(int flow, float[] target, int offset) {
        System.arraycopy(values.get(flow / CHUNK), flow % CHUNK * width, target, offset, width);
    }

    void set(int flow, int feature, float value) {
        values.get(flow / CHUNK)[flow % CHUNK * width + feature] = value;
    }

    void swapDaysAndMonths() {
        for (int i = 0; i < size; i++) {
            times[i] = Times.swapped(times[i]);
        }
    }

    /** Flows in order of time, those of the same time in the order of the file. */
    int[] order() {
        long first = Arrays.stream(times, 0, size).min().orElse(0);
        int bits = 32 - Integer.numberOfLeadingZeros(Math.max(size, 1));
        long[] keys = new long[size];
        for (int i = 0; i < size; i++) {
            keys[i] = Math.multiplyExact(times[i] - first, 1L << bits) | i;
        }
        Arrays.sort(keys);
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = (int) (keys[i] & ((1L << bits) - 1));
        }
        return order;
    }

    /** For each flow the one before it to the same destination, −1 for none. */
    int[] previous(int[] order) {
        int[] last = new int[destinations.size()];
        int[] previous = new int[size];
        Arrays.fill(last, -1);
        for (int flow : order) {
            previous[flow] = last[destination[flow]];
            last[destination[flow]] = flow;
        }
        return previous;
    }
}
