// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.explain;

import static io.talon.evaluation.explain.Scope.ORIGINATOR;
import static io.talon.evaluation.explain.Scope.PAIR;
import static io.talon.evaluation.explain.Scope.PORT;
import static io.talon.evaluation.explain.Scope.RESPONDER;
import static io.talon.evaluation.explain.Scope.SERVICE;
import static io.talon.evaluation.explain.Scope.SITE;
import static io.talon.evaluation.explain.Scope.TURN;

import io.talon.ctalvae.feature.FeatureProfile;
import io.talon.ctalvae.relation.Relation;
import io.talon.ctalvae.sequence.Exchange;
import io.talon.ctalvae.sequence.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Something that can be said of the last flow of a sequence.
 *
 * @param name as explanations call it
 * @param relation whether it is about hosts and order instead of the flow alone
 * @param ordered whether more and less mean something
 * @param value the value; NaN for none
 * @param scopes what it is compared with: the first that has enough flows
 */
record Aspect(
        String name,
        boolean relation,
        boolean ordered,
        ToDoubleFunction<Sequence> value,
        List<Scope> scopes) {

    /** Every feature of a profile and every relation. */
    static List<Aspect> all(FeatureProfile profile) {
        List<Aspect> all = new ArrayList<>();
        for (int f = 0; f < profile.width(); f++) {
            int feature = f;
            all.add(
                    new Aspect(
                            profile.features().get(f).name(),
                            false,
                            true,
                            s -> s.value(s.length() - 1, feature),
                            List.of(SERVICE, PORT, SITE)));
        }
        for (Relation relation : Relation.values()) {
            all.add(of(relation));
        }
        return all;
    }

    private static Aspect of(Relation relation) {
        return switch (relation) {
            case CLIENT -> kind(relation, Exchange::originator, SERVICE, PORT, SITE);
            case PORT_OF_ORIGINATOR -> kind(relation, Exchange::port, ORIGINATOR, SITE);
            case PORT_OF_RESPONDER -> kind(relation, Exchange::port, RESPONDER, SITE);
            case OUTCOME -> kind(relation, Exchange::state, PAIR, SERVICE, PORT, SITE);
            case ANSWER -> size(relation, Exchange::answer, PAIR, SERVICE, PORT, SITE);
            case RHYTHM -> size(relation, Exchange::pairGap, PAIR, SERVICE, PORT, SITE);
            case REPETITION -> size(relation, Exchange::repeats, SERVICE, PORT, SITE);
            case PRESENCE -> size(relation, Exchange::shared, SERVICE, PORT, SITE);
            case SUCCESSION -> kind(relation, Exchange::originator, TURN, RESPONDER, SITE);
        };
    }

    private static Aspect kind(
            Relation relation, ToDoubleFunction<Exchange> value, Scope... scopes) {
        return relation(relation, false, value, scopes);
    }

    private static Aspect size(
            Relation relation, ToDoubleFunction<Exchange> value, Scope... scopes) {
        return relation(relation, true, value, scopes);
    }

    private static Aspect relation(
            Relation relation, boolean ordered, ToDoubleFunction<Exchange> value, Scope... scopes) {
        return new Aspect(
                relation.label(),
                true,
                ordered,
                s -> value.applyAsDouble(s.exchange()),
                List.of(scopes));
    }
}
