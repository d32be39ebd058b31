// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.feedback;

import io.talon.adaptor.problem.ProblemException;
import io.talon.adaptor.search.IndexedFeedback;
import io.talon.adaptor.sequence.FlowSequence;
import io.talon.adaptor.sequence.StoredSequences;
import io.talon.adaptor.site.Site;
import io.talon.adaptor.site.Sites;
import io.talon.adaptor.triplet.NewTriplet;
import io.talon.adaptor.triplet.Origin;
import io.talon.adaptor.triplet.Triplets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Collects what was said in the SIEM of the caller's tenant. */
@ApplicationScoped
class Feedback {
    @Inject IndexedFeedback indexed;
    @Inject Sites sites;
    @Inject StoredSequences stored;
    @Inject Triplets triplets;

    private enum Result {
        PROPOSED,
        KNOWN,
        IGNORED
    }

    /** Each saying is a transaction of its own: one that cannot be taken does not stop the rest. */
    FeedbackReport collect() {
        int proposed = 0;
        int known = 0;
        int ignored = 0;
        List<IndexedFeedback.Said> all = indexed.newest();
        for (IndexedFeedback.Said said : all) {
            switch (take(said)) {
                case PROPOSED -> proposed++;
                case KNOWN -> known++;
                default -> ignored++;
            }
        }
        return new FeedbackReport(all.size(), proposed, known, ignored);
    }

    private Result take(IndexedFeedback.Said said) {
        Optional<Saying> meaning = Saying.of(said.reason());
        if (meaning.isEmpty() || said.site() == null || said.anomaly() == null) {
            return Result.IGNORED;
        }
        try {
            Site site = sites.find(said.site());
            String origin = said.origin() + ":" + said.id();
            if (triplets.isKnown(site, origin)) {
                return Result.KNOWN;
            }
            Optional<NewTriplet> triplet = triplet(site, meaning.get(), said);
            if (triplet.isEmpty()) {
                return Result.IGNORED;
            }
            Origin.Kind kind = Origin.Kind.valueOf(said.origin().toUpperCase(Locale.ROOT));
            triplets.create(said.site(), triplet.get(), new Origin(kind, origin, true));
            return Result.PROPOSED;
        } catch (ProblemException e) {
            return Result.IGNORED;
        }
    }

    private Optional<NewTriplet> triplet(Site site, Saying meaning, IndexedFeedback.Said said) {
        if (meaning == Saying.BENIGN) {
            return Optional.of(new NewTriplet(said.anomaly(), null, null, said.note()));
        }
        List<FlowSequence> benign = stored.benign(site, 1);
        return benign.stream()
                .findFirst()
                .map(b -> new NewTriplet(b.uid(), null, said.anomaly(), said.note()));
    }
}
