// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.triplet;

import io.talon.adaptor.TalonConfig;
import io.talon.adaptor.audit.AuditLog;
import io.talon.adaptor.page.Cursor;
import io.talon.adaptor.page.Page;
import io.talon.adaptor.page.Paging;
import io.talon.adaptor.problem.ProblemException;
import io.talon.adaptor.sequence.FlowSequence;
import io.talon.adaptor.sequence.Sequences;
import io.talon.adaptor.sequence.StoredSequences;
import io.talon.adaptor.site.Site;
import io.talon.adaptor.site.Sites;
import io.talon.adaptor.tenant.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** The triplets of the caller's sites. */
@ApplicationScoped
public class Triplets {
    @Inject Session entities;
    @Inject Sites sites;
    @Inject Sequences sequences;
    @Inject StoredSequences stored;
    @Inject Caller caller;
    @Inject AuditLog audit;
    @Inject TalonConfig config;

    /** Those of a site, newest first; null state: all. */
    @Transactional
    Page<StoredTriplet> page(Site site, String state, Paging paging) {
        Cursor.Place before = Cursor.place(paging.cursor);
        List<StoredTriplet> found =
                entities.createQuery(
                                "from StoredTriplet where site = :site"
                                        + " and (:state is null or state = :state)"
                                        + " and (created < :time or created = :time and id < :id)"
                                        + " order by created desc, id desc",
                                StoredTriplet.class)
                        .setParameter("site", site.id())
                        .setParameter("state", state)
                        .setParameter("time", before.time())
                        .setParameter("id", before.id())
                        .setMaxResults(paging.limit + 1)
                        .getResultList();
        return Page.of(found, paging.limit, t -> Cursor.of(t.created, t.id));
    }

    /** The accepted ones, oldest first. */
    @Transactional
    public List<StoredTriplet> accepted(Site site) {
        return entities.createQuery(
                        "from StoredTriplet where site = :site and state = :state"
                                + " order by created, id",
                        StoredTriplet.class)
                .setParameter("site", site.id())
                .setParameter("state", StoredTriplet.ACCEPTED)
                .getResultList();
    }

    /**
     * Takes a triplet in, and keeps the sequences that it names.
     *
     * @throws ProblemException if a flow is not known, or others say otherwise
     */
    @Transactional
    public StoredTriplet create(String siteName, NewTriplet said, Origin origin) {
        Site site = sites.lock(siteName);
        requireRoom(site);
        FlowSequence anchor = sequences.require(site, said.anchor());
        FlowSequence positive =
                said.positive() == null ? null : sequences.require(site, said.positive());
        FlowSequence negative =
                said.negative() == null ? null : sequences.require(site, said.negative());
        Contradictions.check(anchor, positive, negative, accepted(site));
        StoredTriplet triplet = new StoredTriplet();
        triplet.site = site.id();
        triplet.anchor = keep(site, anchor);
        triplet.positive = keep(site, positive);
        triplet.negative = keep(site, negative);
        triplet.state = origin.proposed() ? StoredTriplet.PROPOSED : StoredTriplet.ACCEPTED;
        triplet.origin = origin.kind().word();
        triplet.originId = origin.id();
        triplet.note = said.note();
        triplet.created = Instant.now().truncatedTo(ChronoUnit.MICROS);
        triplet.createdBy = caller.name();
        entities.persist(triplet);
        audit.done(
                origin.proposed() ? "triplet.propose" : "triplet.create",
                path(siteName, triplet),
                String.join(" ", triplet.uids()));
        return triplet;
    }

    /** Whether something of an origin was taken already. */
    @Transactional
    public boolean isKnown(Site site, String originId) {
        return !entities.createQuery(
                        "select id from StoredTriplet where site = :site and originId = :origin",
                        UUID.class)
                .setParameter("site", site.id())
                .setParameter("origin", originId)
                .getResultList()
                .isEmpty();
    }

    @Transactional
    StoredTriplet find(Site site, UUID id) {
        return entities.createQuery(
                        "from StoredTriplet where site = :site and id = :id", StoredTriplet.class)
                .setParameter("site", site.id())
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("triplet '" + id + "'"));
    }

    /** Makes a proposed triplet the caller's own. */
    @Transactional
    StoredTriplet accept(String siteName, UUID id) {
        Site site = sites.lock(siteName);
        StoredTriplet triplet = find(site, id);
        if (triplet.state.equals(StoredTriplet.PROPOSED)) {
            Contradictions.check(
                    sequences.require(site, triplet.anchor),
                    triplet.positive == null ? null : sequences.require(site, triplet.positive),
                    triplet.negative == null ? null : sequences.require(site, triplet.negative),
                    accepted(site));
            triplet.state = StoredTriplet.ACCEPTED;
            triplet.createdBy = caller.name();
            audit.done("triplet.accept", path(siteName, triplet), null);
        }
        return triplet;
    }

    /** Takes a triplet back, or dismisses a proposal, which is not made again. */
    @Transactional
    void delete(String siteName, UUID id) {
        StoredTriplet triplet = find(sites.lock(siteName), id);
        entities.remove(triplet);
        audit.done("triplet.delete", path(siteName, triplet), null);
    }

    private String keep(Site site, FlowSequence flows) {
        if (flows == null) {
            return null;
        }
        stored.keep(site, flows);
        return flows.uid();
    }

    private void requireRoom(Site site) {
        long now =
                entities.createQuery(
                                "select count(*) from StoredTriplet where site = :site", Long.class)
                        .setParameter("site", site.id())
                        .getSingleResult();
        if (now >= config.quota().triplets()) {
            throw ProblemException.quota("triplets of a site", config.quota().triplets());
        }
    }

    private static String path(String site, StoredTriplet triplet) {
        return "sites/" + site + "/triplets/" + triplet.id;
    }
}
