// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.adapt;

import io.talon.ctalvae.sequence.Sequence;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The sequences that triplets name, found by the uid of the flow that ends them. */
final class SiteFlows {
    private final Map<String, Sequence> byUid = new HashMap<>();

    /** Looks for the named uids, first in the one, then in the other. */
    SiteFlows(List<Triplet> triplets, Collection<Sequence> first, Collection<Sequence> second)
            throws UnknownUidException {
        Set<String> wanted = new LinkedHashSet<>();
        triplets.forEach(triplet -> triplet.uids().forEach(wanted::add));
        collect(second, wanted);
        collect(first, wanted);
        List<String> missing = wanted.stream().filter(uid -> !byUid.containsKey(uid)).toList();
        if (!missing.isEmpty()) {
            throw new UnknownUidException(missing);
        }
    }

    private void collect(Collection<Sequence> sequences, Set<String> wanted) {
        for (Sequence sequence : sequences) {
            String uid = sequence.uid();
            if (wanted.contains(uid)) {
                byUid.put(uid, sequence);
            }
        }
    }

    /** The sequence that ends with a named flow; null for null. */
    Sequence get(String uid) {
        return uid == null ? null : byUid.get(uid);
    }
}
