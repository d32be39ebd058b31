// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.type;

import java.util.List;

/**
 * The known kinds of attack: a linear discriminant with a way out. The nearest prototype, in
 * coordinates in which all kinds spread alike, names an anomaly, unless the anomaly lies further
 * from it than nearly all of that kind's own examples: then it is unknown. Immutable, thread-safe.
 */
public final class AttackTypes {
    private final Whitening whitening;
    private final List<Prototype> prototypes;
    private final double rejection;

    AttackTypes(Whitening whitening, List<Prototype> prototypes, double rejection) {
        if (prototypes.isEmpty() || !(rejection > 0 && rejection < 1)) {
            throw new IllegalArgumentException(
                    "attack types need prototypes and a rejection within (0, 1), found "
                            + prototypes.size()
                            + " and "
                            + rejection);
        }
        this.whitening = whitening;
        this.prototypes = List.copyOf(prototypes);
        this.rejection = rejection;
    }

    /** Examples of a kind below which none of it could ever be called unknown. */
    public static int leastExamples(double rejection) {
        return (int) Math.ceil(1 / rejection) - 1;
    }

    /** As {@link #learn(List, double, double)}, with what serves best. */
    public static AttackTypes learn(List<Example> examples, double rejection) {
        return learn(examples, rejection, TypeLesson.SHRINKAGE);
    }

    /**
     * Learns kinds from examples. How far examples lie from their centre is measured at sites that
     * nothing else was learnt from, since the anomalies that will be named are another site's too.
     *
     * @param examples at least {@link #leastExamples} of a kind, from two sites or more
     * @param rejection share of a kind's own examples that may be called unknown, in (0, 1)
     * @param shrinkage of the spread within kinds towards a sphere, in (0, 1]; with 1 the nearest
     *     mean names
     * @throws IllegalArgumentException if a kind has fewer examples, or sites are fewer; the
     *     message says which
     */
    public static AttackTypes learn(List<Example> examples, double rejection, double shrinkage) {
        return new TypeLesson(examples, rejection, shrinkage).types();
    }

    /** What the anomaly at a place resembles, see {@link TypePlace}. */
    public TypeMatch match(float[] place) {
        double[] whitened = whitening.of(place);
        Prototype nearest = prototypes.get(0);
        float shortest = Float.POSITIVE_INFINITY;
        for (Prototype prototype : prototypes) {
            float distance = prototype.distance(whitened);
            if (distance < shortest) {
                shortest = distance;
                nearest = prototype;
            }
        }
        double p = nearest.p(shortest);
        return new TypeMatch(nearest.type(), p, p > rejection);
    }

    /** Names of the kinds, in order. */
    public List<String> names() {
        return prototypes.stream().map(Prototype::type).toList();
    }

    double rejection() {
        return rejection;
    }

    List<Prototype> prototypes() {
        return prototypes;
    }

    Whitening whitening() {
        return whitening;
    }
}
