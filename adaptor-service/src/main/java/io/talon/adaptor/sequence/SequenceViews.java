// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.sequence;

import io.talon.adaptor.adaptor.SiteModels;
import io.talon.adaptor.problem.ProblemException;
import io.talon.adaptor.site.Site;
import io.talon.adaptor.site.Sites;
import io.talon.ctalvae.score.Scorer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Sequences as analysts see them: scored by the model that the site runs. */
@ApplicationScoped
public class SequenceViews {
    @Inject Sites sites;
    @Inject Sequences sequences;
    @Inject StoredSequences stored;
    @Inject SiteModels models;

    /** A sequence and why it has its score. */
    record Explained(SequenceView sequence, List<Contribution> features) {}

    @Transactional
    Explained explained(String siteName, String uid) {
        Site site = sites.find(siteName);
        FlowSequence flows =
                sequences
                        .find(site, uid)
                        .orElseThrow(() -> ProblemException.notFound("flow '" + uid + "'"));
        Scorer scorer = models.active(site).newScorer();
        return new Explained(
                SequenceView.of(flows, scorer.score(flows.sequence()), null, null),
                scorer.explain(flows.sequence()).features().stream()
                        .map(Contribution::of)
                        .toList());
    }

    /** Kept sequences by uid. */
    @Transactional
    public Map<String, SequenceView> named(Site site, Collection<String> uids) {
        Scorer scorer = models.active(site).newScorer();
        return stored.named(site, uids).stream()
                .map(f -> SequenceView.of(f, scorer.score(f.sequence()), null, null))
                .collect(Collectors.toMap(SequenceView::uid, Function.identity()));
    }
}
