// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.type;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The known kinds of attack. The nearest prototype by cosine names an anomaly, unless the anomaly
 * lies further from it than nearly all of that kind's own examples: then it is unknown. Immutable,
 * thread-safe.
 */
public final class AttackTypes {
    /** Examples that count for the mean of all, so that few examples do not wander off. */
    private static final double SHRINKAGE = 2;

    /** Every so many examples one is held out of the centre to tell how far examples lie. */
    private static final int HELD_EVERY = 2;

    private final List<Prototype> prototypes;
    private final double rejection;

    /**
     * @param prototypes at least one
     * @param rejection share of a kind's own examples that may be called unknown, in (0, 1)
     */
    public AttackTypes(List<Prototype> prototypes, double rejection) {
        if (prototypes.isEmpty() || !(rejection > 0 && rejection < 1)) {
            throw new IllegalArgumentException(
                    "attack types need prototypes and a rejection within (0, 1), found "
                            + prototypes.size()
                            + " and "
                            + rejection);
        }
        this.prototypes = List.copyOf(prototypes);
        this.rejection = rejection;
    }

    /** Examples of a kind below which none of it could ever be called unknown. */
    public static int leastExamples(double rejection) {
        return HELD_EVERY * ((int) Math.ceil(1 / rejection) - 1);
    }

    /**
     * Learns kinds from the embeddings of examples.
     *
     * @param examples at least {@link #leastExamples} of each kind, by name
     * @param rejection share of a kind's own examples that may be called unknown, in (0, 1)
     * @throws IllegalArgumentException if a kind has fewer; the message says which
     */
    public static AttackTypes learn(
            Map<String, List<float[]>> examples, double rejection) {
        int least = leastExamples(rejection);
        List<float[]> all = new ArrayList<>();
        examples.forEach(
                (type, of) -> {
                    if (of.size() < least) {
                        throw new IllegalArgumentException(
                                "%s has %d examples; %d are needed to tell it from the unknown at %s"
                                        .formatted(type, of.size(), least, rejection));
                    }
                    all.addAll(of);
                });
        double[] middle = mean(all);
        List<Prototype> prototypes = new ArrayList<>();
        new TreeMap<>(examples).forEach((type, own) -> prototypes.add(prototype(type, own, middle)));
        return new AttackTypes(prototypes, rejection);
    }

    private static Prototype prototype(String type, List<float[]> own, double[] middle) {
        List<float[]> learnt = new ArrayList<>();
        List<float[]> held = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            (i % HELD_EVERY == 1 ? held : learnt).add(own.get(i));
        }
        double[] mean = mean(learnt);
        float[] centre = new float[mean.length];
        for (int i = 0; i < centre.length; i++) {
            centre[i] =
                    (float)
                            ((learnt.size() * mean[i] + SHRINKAGE * middle[i])
                                    / (learnt.size() + SHRINKAGE));
        }
        Prototype bare = new Prototype(type, centre, new float[0]);
        float[] distances = new float[held.size()];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = (float) bare.distance(held.get(i));
        }
        Arrays.sort(distances);
        return new Prototype(type, centre, distances);
    }

    private static double[] mean(List<float[]> vectors) {
        double[] mean = new double[vectors.get(0).length];
        for (float[] vector : vectors) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += vector[i] / (double) vectors.size();
            }
        }
        return mean;
    }

    /** What the anomaly with an embedding resembles. */
    public TypeMatch match(float[] place) {
        Prototype nearest = prototypes.get(0);
        double shortest = Double.POSITIVE_INFINITY;
        for (Prototype prototype : prototypes) {
            double distance = prototype.distance(place);
            if (distance < shortest) {
                shortest = distance;
                nearest = prototype;
            }
        }
        double p = nearest.p(shortest);
        return new TypeMatch(nearest.type(), 1 - shortest, p, p > rejection);
    }

    /** Share of a kind's own examples that may be called unknown. */
    public double rejection() {
        return rejection;
    }

    /** The prototypes, in order of their names. */
    public List<Prototype> prototypes() {
        return prototypes;
    }
}
