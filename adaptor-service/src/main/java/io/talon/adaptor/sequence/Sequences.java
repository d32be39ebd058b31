// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.sequence;

import io.talon.adaptor.problem.ProblemException;
import io.talon.adaptor.search.IndexedSequences;
import io.talon.adaptor.site.Site;
import io.talon.ctalvae.sequence.SequenceBytes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Finds the sequences of a site by what an analyst calls them, wherever they are. */
@ApplicationScoped
public class Sequences {
    @Inject StoredSequences stored;
    @Inject IndexedSequences indexed;

    /**
     * The sequence that a flow's uid or an anomaly's id names.
     *
     * @throws ProblemException if the site has none; another tenant's is not there
     */
    public FlowSequence require(Site site, String name) {
        return find(site, name)
                .orElseThrow(
                        () ->
                                ProblemException.unusable(
                                        "unknown-uid",
                                        "no flow or anomaly of site '"
                                                + site.name()
                                                + "' is called '"
                                                + name
                                                + "'",
                                        "Take a uid from the candidates, or upload the conn.log"
                                                + " that holds it."));
    }

    /** The sequence that a flow's uid or an anomaly's id names. */
    public Optional<FlowSequence> find(Site site, String name) {
        Optional<FlowSequence> kept = stored.find(site, name);
        return kept.isPresent() ? kept : indexed.find(site.name(), name).map(Sequences::flows);
    }

    /** As everybody else takes it. */
    public static FlowSequence flows(IndexedSequences.Indexed found) {
        return new FlowSequence(
                SequenceBytes.sequence(
                        found.profile(),
                        found.uids(),
                        found.values(),
                        Micros.of(found.start()),
                        Micros.of(found.end())),
                found.source(),
                found.destination(),
                found.destinationPort(),
                false,
                found.anomaly());
    }
}
