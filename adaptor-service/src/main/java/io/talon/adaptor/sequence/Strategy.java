// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.sequence;

import io.talon.adaptor.problem.ProblemException;
import io.talon.adaptor.sequence.CandidateList.Proposal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Ways to propose triplets. {@link #BUSY} is the service's own; the others are those that the
 * evaluation compares, none of which reads a label. The same candidates give the same proposals.
 */
enum Strategy {
    /** Two ordinary sequences of a busy destination, unlike the most surprising ones. */
    BUSY {
        @Override
        List<Proposal> propose(List<Candidate> all, Habits habits, int most) {
            List<Candidate> strange = strange(all, habits);
            List<Proposal> proposals = new ArrayList<>();
            for (List<Candidate> pair : Ranking.busiest(ordinary(all), most)) {
                int i = proposals.size();
                proposals.add(
                        proposal(
                                pair.get(0),
                                pair.get(pair.size() / 2),
                                i < strange.size() ? strange.get(i) : null));
            }
            return proposals;
        }
    },
    /** An ordinary sequence with noise, unlike one to another destination. */
    NOISE {
        @Override
        List<Proposal> propose(List<Candidate> all, Habits habits, int most) {
            List<Candidate> anchors = Ranking.typical(ordinary(all));
            List<Proposal> proposals = new ArrayList<>();
            for (Candidate anchor : first(anchors, most)) {
                anchors.stream()
                        .filter(other -> !other.destination().equals(anchor.destination()))
                        .skip(proposals.size())
                        .findFirst()
                        .ifPresent(other -> proposals.add(proposal(anchor, null, other)));
            }
            return proposals;
        }
    },
    /** Two of the half with the smaller errors, unlike one of the hundredth with the largest. */
    TAILS {
        @Override
        List<Proposal> propose(List<Candidate> all, Habits habits, int most) {
            List<Candidate> sorted = all.stream().sorted(Ranking.SURPRISING_FIRST).toList();
            List<Candidate> half =
                    Ranking.typical(sorted.subList(sorted.size() / 2, sorted.size()));
            int last = Math.max(most, sorted.size() / 100);
            List<Candidate> tail = unexplained(first(sorted, last), habits);
            return pairs(half, tail, most);
        }
    },
    /** An ordinary sequence with noise, unlike anomalies that are made from it. */
    INJECTED {
        @Override
        List<Proposal> propose(List<Candidate> all, Habits habits, int most) {
            return first(Ranking.typical(ordinary(all)), most).stream()
                    .map(anchor -> proposal(anchor, null, null))
                    .toList();
        }
    },
    /** Two of the largest cluster, unlike one of the cluster that is farthest from it. */
    CLUSTERS {
        @Override
        List<Proposal> propose(List<Candidate> all, Habits habits, int most) {
            Clusters clusters = Clusters.of(all);
            List<Candidate> far = unexplained(clusters.farthest(), habits);
            return pairs(Ranking.typical(clusters.largest()), Ranking.anomalous(far), most);
        }
    };

    abstract List<Proposal> propose(List<Candidate> all, Habits habits, int most);

    static Strategy ofWord(String word) {
        return Arrays.stream(values())
                .filter(strategy -> strategy.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(
                        () ->
                                ProblemException.badRequest(
                                        "invalid",
                                        "there is no strategy '" + word + "'",
                                        "There are busy, noise, tails, injected and clusters."));
    }

    private static List<Candidate> ordinary(List<Candidate> all) {
        return all.stream().filter(c -> !c.score().anomalous()).toList();
    }

    private static List<Candidate> strange(List<Candidate> all, Habits habits) {
        return Ranking.busiestPairs(
                unexplained(all, habits).stream().filter(c -> c.score().anomalous()).toList());
    }

    /** Those that are neither declared benign nor a habit of what is. */
    private static List<Candidate> unexplained(List<Candidate> some, Habits habits) {
        return some.stream()
                .filter(c -> !c.flows().declaredBenign() && !habits.has(c.flows()))
                .toList();
    }

    /**
     * Neighbours in the one list, each pair with its own of the other; none where that is empty.
     */
    private static List<Proposal> pairs(
            List<Candidate> ordinary, List<Candidate> strange, int most) {
        List<Proposal> proposals = new ArrayList<>();
        for (int i = 0; i < Math.min(most, ordinary.size() / 2); i++) {
            proposals.add(
                    proposal(
                            ordinary.get(2 * i),
                            ordinary.get(2 * i + 1),
                            i < strange.size() ? strange.get(i) : null));
        }
        return proposals;
    }

    private static List<Candidate> first(List<Candidate> all, int most) {
        return all.subList(0, Math.min(most, all.size()));
    }

    private static Proposal proposal(Candidate anchor, Candidate positive, Candidate negative) {
        return new Proposal(uid(anchor), uid(positive), uid(negative));
    }

    private static String uid(Candidate candidate) {
        return candidate == null ? null : candidate.flows().uid();
    }
}
