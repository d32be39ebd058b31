// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.anomaly;

import io.talon.adaptor.audit.AuditLog;
import io.talon.adaptor.problem.ProblemException;
import io.talon.adaptor.sequence.FlowSequence;
import io.talon.adaptor.sequence.StoredSequences;
import io.talon.adaptor.site.Site;
import io.talon.adaptor.site.Sites;
import io.talon.adaptor.suppression.NewSuppression;
import io.talon.adaptor.suppression.Suppressions;
import io.talon.adaptor.tenant.Caller;
import io.talon.adaptor.triplet.NewTriplet;
import io.talon.adaptor.triplet.Origin;
import io.talon.adaptor.triplet.Triplets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** What analysts say of anomalies, and what follows from it. */
@ApplicationScoped
class Marks {
    @Inject Session entities;
    @Inject Sites sites;
    @Inject Anomalies anomalies;
    @Inject Triplets triplets;
    @Inject StoredSequences stored;
    @Inject Suppressions suppressions;
    @Inject Caller caller;
    @Inject AuditLog audit;

    /**
     * Marks an anomaly.
     *
     * @throws ProblemException if it is not there, was marked already, or nothing can follow
     */
    @Transactional
    MarkView mark(String siteName, String id, NewMark said) {
        Site site = sites.lock(siteName);
        AnomalyView anomaly = anomalies.one(siteName, id);
        if (anomaly.mark() != null) {
            throw ProblemException.conflict(
                    "marked-already",
                    "'" + anomaly.mark().by() + "' marked it as " + anomaly.mark().verdict(),
                    "Take back the triplet or suppression that followed, if it was wrong.");
        }
        AnomalyMark mark = new AnomalyMark(site.id(), id);
        mark.verdict = said.verdict();
        mark.expires = said.until();
        mark.note = said.note();
        mark.markedBy = caller.name();
        mark.marked = Instant.now().truncatedTo(ChronoUnit.MICROS);
        switch (said.verdict()) {
            case "expected" -> mark.suppression = suppression(siteName, anomaly, said);
            case "benign" ->
                    mark.triplet = triplet(siteName, new NewTriplet(id, null, null, said.note()));
            default ->
                    mark.triplet =
                            triplet(siteName, new NewTriplet(anchor(site), null, id, said.note()));
        }
        entities.persist(mark);
        audit.done("anomaly.mark", "sites/" + siteName + "/anomalies/" + id, said.verdict());
        return MarkView.of(mark);
    }

    private UUID triplet(String siteName, NewTriplet said) {
        return triplets.create(siteName, said, new Origin(Origin.Kind.MARK, null, false)).id();
    }

    private UUID suppression(String siteName, AnomalyView anomaly, NewMark said) {
        if (said.until() == null) {
            throw ProblemException.badRequest(
                    "invalid", "'expected' needs a time", "Say with 'until' when it ends.");
        }
        String reason = said.note() == null || said.note().isBlank() ? "expected" : said.note();
        return suppressions
                .create(
                        new NewSuppression(
                                siteName,
                                anomaly.source(),
                                anomaly.destination(),
                                anomaly.destinationPort(),
                                known(anomaly.transport()),
                                null,
                                reason,
                                said.until()))
                .id();
    }

    /** The transports that a suppression may name; others are left open. */
    private static String known(String transport) {
        return transport != null && List.of("tcp", "udp", "icmp").contains(transport)
                ? transport
                : null;
    }

    /** The newest sequence that was declared benign. */
    private String anchor(Site site) {
        List<FlowSequence> benign = stored.benign(site, 1);
        if (benign.isEmpty()) {
            throw ProblemException.unusable(
                    "no-anchor",
                    "site '" + site.name() + "' has no declared-benign sequence to compare with",
                    "Upload a conn.log with benign=true, or make the triplet yourself.");
        }
        return benign.get(0).uid();
    }
}
