// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.operator;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which destinations of each tenant a task keeps, those used longest ago first: some 70 bytes each
 * beside their state. Keeps a tenant that is flooded with destinations from taking the memory of
 * all. Not thread-safe.
 */
final class DestinationIndex {

    private final int mostPerTenant;
    private final Map<String, LinkedHashMap<String, Boolean>> byTenant = new HashMap<>();
    private int size;

    /**
     * @param mostPerTenant destinations of a tenant that are kept
     */
    DestinationIndex(int mostPerTenant) {
        this.mostPerTenant = mostPerTenant;
    }

    /**
     * Notes that a destination, {@code tenant|site|destination}, was used.
     *
     * @return the destination of the same tenant that is one too many; null if none is
     */
    String touch(String key) {
        LinkedHashMap<String, Boolean> used =
                byTenant.computeIfAbsent(
                        tenant(key), tenant -> new LinkedHashMap<>(16, 0.75f, true));
        if (used.put(key, Boolean.TRUE) == null) {
            size++;
        }
        if (used.size() <= mostPerTenant) {
            return null;
        }
        String oldest = used.keySet().iterator().next();
        used.remove(oldest);
        size--;
        return oldest;
    }

    /** Notes that a destination is kept no longer. */
    void remove(String key) {
        Map<String, Boolean> used = byTenant.get(tenant(key));
        if (used != null && used.remove(key) != null) {
            size--;
            if (used.isEmpty()) {
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
