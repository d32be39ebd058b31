// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.operator;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Which destinations of each tenant a task keeps, in the order in which they came: some 100 bytes
 * each beside their state. Keeps a tenant that is flooded with destinations from taking the memory
 * of all. When one is too many, the first in order that had no flow since it came goes; those that
 * had are put behind the others (a second chance). So a flow to a destination that is kept costs
 * nothing here. Not thread-safe.
 */
final class DestinationIndex {

    /** Second chances given for one new destination: bounds what its flow waits for. */
    private static final int CHANCES = 64;

    private final int mostPerTenant;

    /** With each destination its imprint when it was put in order. */
    private final Map<String, LinkedHashMap<String, Integer>> byTenant = new HashMap<>();

    private int size;

    /**
     * @param mostPerTenant destinations of a tenant that are kept, at least one
     */
    DestinationIndex(int mostPerTenant) {
        this.mostPerTenant = mostPerTenant;
    }

    /**
     * Notes a destination that is not kept yet, {@code tenant|site|destination}.
     *
     * @param imprints of each destination a number that every flow to it changes
     * @return the destination of the same tenant that is one too many; null if none is
     */
    String add(String key, ToIntFunction<String> imprints) {
        LinkedHashMap<String, Integer> kept =
                byTenant.computeIfAbsent(tenant(key), tenant -> new LinkedHashMap<>());
        String tooMany = kept.size() < mostPerTenant ? null : takeOneOut(kept, imprints);
        kept.put(key, imprints.applyAsInt(key));
        size += tooMany == null ? 1 : 0;
        return tooMany;
    }

    /** Of so many as are looked at, the first that was not used; the last of them if all were. */
    private static String takeOneOut(
            LinkedHashMap<String, Integer> kept, ToIntFunction<String> imprints) {
        for (int chances = CHANCES; ; chances--) {
            Map.Entry<String, Integer> first = kept.entrySet().iterator().next();
            String candidate = first.getKey();
            int then = first.getValue();
            int now = imprints.applyAsInt(candidate);
            kept.remove(candidate);
            if (now == then || chances == 0) {
                return candidate;
            }
            kept.put(candidate, now);
        }
    }

    /** Notes that a destination is kept no longer. */
    void remove(String key) {
        Map<String, Integer> kept = byTenant.get(tenant(key));
        if (kept != null && kept.remove(key) != null) {
            size--;
            if (kept.isEmpty()) {
                byTenant.remove(tenant(key));
            }
        }
    }

    /** Destinations kept, of all tenants. */
    int size() {
        return size;
    }

    private static String tenant(String key) {
        return key.substring(0, key.indexOf('|'));
    }
}
