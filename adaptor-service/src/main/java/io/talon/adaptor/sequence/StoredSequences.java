// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.sequence;

import io.talon.adaptor.site.Site;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.Session;

/** The sequences of the caller's sites that are kept in the database. */
@ApplicationScoped
public class StoredSequences {
    @Inject Session entities;

    /** The one that ends with a flow. */
    @Transactional
    public Optional<FlowSequence> find(Site site, String uid) {
        return entities.createQuery(
                        "from StoredSequence where site = :site and uid = :uid",
                        StoredSequence.class)
                .setParameter("site", site.id())
                .setParameter("uid", uid)
                .getResultStream()
                .findFirst()
                .map(StoredSequence::flows);
    }

    /** Those that end with the flows. */
    @Transactional
    public List<FlowSequence> named(Site site, Collection<String> uids) {
        return uids.isEmpty()
                ? List.of()
                : entities
                        .createQuery(
                                "from StoredSequence where site = :site and uid in :uids",
                                StoredSequence.class)
                        .setParameter("site", site.id())
                        .setParameter("uids", uids)
                        .getResultList()
                        .stream()
                        .map(StoredSequence::flows)
                        .toList();
    }

    /** The newest that are declared benign, in the order of time. */
    @Transactional
    public List<FlowSequence> benign(Site site, int most) {
        return reversed(
                entities.createQuery(
                                "from StoredSequence where site = :site and declaredBenign"
                                        + " order by ended desc, uid desc",
                                StoredSequence.class)
                        .setParameter("site", site.id())
                        .setMaxResults(most)
                        .getResultList());
    }

    /** Who used what of whom in those that are declared benign, each once. */
    @Transactional
    List<Habits.Use> uses(Site site) {
        return entities.createQuery(
                        "select distinct source, destination, destinationPort from StoredSequence"
                                + " where site = :site and declaredBenign",
                        Object[].class)
                .setParameter("site", site.id())
                .getResultStream()
                .map(r -> new Habits.Use((String) r[0], (String) r[1], (Integer) r[2]))
                .toList();
    }

    /** The newest of all, in the order of time. */
    @Transactional
    public List<FlowSequence> newest(Site site, int most) {
        return reversed(
                entities.createQuery(
                                "from StoredSequence where site = :site"
                                        + " order by ended desc, uid desc",
                                StoredSequence.class)
                        .setParameter("site", site.id())
                        .setMaxResults(most)
                        .getResultList());
    }

    /** The uids of all. */
    @Transactional
    Set<String> uids(Site site) {
        return new HashSet<>(
                entities.createQuery(
                                "select uid from StoredSequence where site = :site", String.class)
                        .setParameter("site", site.id())
                        .getResultList());
    }

    /** Keeps a sequence that is not kept yet. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(Site site, FlowSequence flows) {
        if (find(site, flows.uid()).isEmpty()) {
            add(site, flows);
        }
    }

    void add(Site site, FlowSequence flows) {
        entities.persist(new StoredSequence(site, flows.sequence().profile(), flows));
    }

    private static List<FlowSequence> reversed(List<StoredSequence> newestFirst) {
        ArrayList<FlowSequence> all = new ArrayList<>(newestFirst.size());
        for (int i = newestFirst.size() - 1; i >= 0; i--) {
            all.add(newestFirst.get(i).flows());
        }
        return all;
    }
}
