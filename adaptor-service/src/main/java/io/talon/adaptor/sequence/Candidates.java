// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.sequence;

import io.talon.adaptor.adaptor.SiteModels;
import io.talon.adaptor.page.Cursor;
import io.talon.adaptor.page.Page;
import io.talon.adaptor.page.Paging;
import io.talon.adaptor.search.IndexedSequences;
import io.talon.adaptor.site.Site;
import io.talon.adaptor.site.Sites;
import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.score.Scorer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Chooses sequences that are worth a triplet, among the newest kept ones and the newest that the
 * job sampled into Elasticsearch, by the model that the site runs.
 */
@ApplicationScoped
class Candidates {
    private static final int KEPT = 2000;
    private static final int INDEXED = 500;
    private static final int PROPOSALS = 5;

    /** Beyond this nobody pages. */
    private static final int MOST = 1000;

    @Inject Sites sites;
    @Inject SiteModels models;
    @Inject StoredSequences stored;
    @Inject StoredExchanges exchanges;
    @Inject IndexedSequences indexed;

    @Transactional
    CandidateList list(String siteName, CandidateKind kind, Strategy strategy, Paging paging) {
        Site site = sites.find(siteName);
        IndexedSequences.Answer answer = indexed.newest(siteName, INDEXED);
        List<Candidate> all = scored(site, answer);
        List<CandidateList.Proposal> proposals =
                kind == CandidateKind.PROPOSED
                        ? strategy.propose(all, habits(site), PROPOSALS)
                        : null;
        List<Candidate> ranked =
                switch (kind) {
                    case ANOMALOUS -> Ranking.anomalous(all);
                    case TYPICAL -> Ranking.typical(all);
                    case DIVERSE -> Ranking.diverse(all, MOST);
                    case PROPOSED -> named(all, proposals);
                };
        Page<Candidate> page = page(ranked, paging);
        return new CandidateList(
                page.items().stream()
                        .map(c -> SequenceView.of(c.flows(), c.score(), kind.word(), kind.reason()))
                        .toList(),
                proposals,
                all.size(),
                answer.state(),
                page.next());
    }

    private Habits habits(Site site) {
        return Habits.of(stored.uses(site), exchanges.of(site));
    }

    private List<Candidate> scored(Site site, IndexedSequences.Answer answer) {
        Map<String, FlowSequence> byUid = new LinkedHashMap<>();
        stored.newest(site, KEPT).forEach(flows -> byUid.put(flows.uid(), flows));
        Set<String> known = stored.uids(site); // the older ones too, which may be declared benign
        answer.found().stream()
                .map(Sequences::flows)
                .filter(flows -> !known.contains(flows.uid()))
                .forEach(flows -> byUid.put(flows.uid(), flows));
        SiteModel model = models.active(site);
        Scorer scorer = model.newScorer();
        return byUid.values().stream()
                .filter(flows -> flows.sequence().profile().equals(model.profile().id()))
                .map(
                        flows ->
                                new Candidate(
                                        flows,
                                        scorer.score(flows.sequence()),
                                        model.site().normaliser()))
                .toList();
    }

    private static List<Candidate> named(
            List<Candidate> all, List<CandidateList.Proposal> proposals) {
        Map<String, Candidate> byUid =
                all.stream().collect(Collectors.toMap(c -> c.flows().uid(), Function.identity()));
        Set<String> uids =
                proposals.stream()
                        .flatMap(p -> Stream.of(p.anchor(), p.positive(), p.negative()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        return uids.stream().map(byUid::get).toList();
    }

    private static Page<Candidate> page(List<Candidate> ranked, Paging paging) {
        long asked = paging.cursor == null ? 0 : Cursor.number(paging.cursor);
        int from = (int) Math.max(0, Math.min(asked, Math.min(ranked.size(), MOST)));
        int to = Math.min(from + paging.limit, Math.min(ranked.size(), MOST));
        String next = to < Math.min(ranked.size(), MOST) ? Cursor.of(Integer.toString(to)) : null;
        return new Page<>(List.copyOf(ranked.subList(from, to)), next);
    }
}
