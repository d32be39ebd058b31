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
        return (int) Math.ceil(1 / rejection) - 1;
    }

    /**
     * Learns kinds from the embeddings of examples. How far examples lie from their centre is told
     * by each site's examples against the centre of the other sites' ones, since the anomalies that
     * will be named are another site's too; with one site, by every other example.
     *
     * @param examples of each kind by site, at least {@link #leastExamples} of a kind
     * @param rejection share of a kind's own examples that may be called unknown, in (0, 1)
     * @throws IllegalArgumentException if a kind has fewer; the message says which
     */
    public static AttackTypes learn(Map<String, List<List<float[]>>> examples, double rejection) {
        int least = leastExamples(rejection);
        List<float[]> all = new ArrayList<>();
        examples.forEach(
                (type, bySite) -> {
                    List<float[]> own = together(bySite);
                    if (own.size() < least) {
                        throw new IllegalArgumentException(
                                "%s has %d examples; %d are needed to tell it from the unknown at %s"
                                        .formatted(type, own.size(), least, rejection));
                    }
                    all.addAll(own);
                });
        double[] middle = mean(all);
        List<Prototype> prototypes = new ArrayList<>();
        new TreeMap<>(examples)
                .forEach((type, bySite) -> prototypes.add(prototype(type, bySite, middle)));
        return new AttackTypes(prototypes, rejection);
    }

    private static List<float[]> together(List<List<float[]>> bySite) {
        return bySite.stream().flatMap(List::stream).toList();
    }

    private static Prototype prototype(String type, List<List<float[]>> bySite, double[] middle) {
        List<List<float[]>> parts = bySite.size() > 1 ? bySite : dealt(bySite.get(0));
        List<Float> distances = new ArrayList<>();
        for (List<float[]> held : parts) {
            List<float[]> others = together(parts.stream().filter(part -> part != held).toList());
            Prototype bare = new Prototype(type, centre(others, middle), new float[0]);
            held.forEach(e -> distances.add((float) bare.distance(e)));
        }
        float[] sorted = new float[distances.size()];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = distances.get(i);
        }
        Arrays.sort(sorted);
        return new Prototype(type, centre(together(bySite), middle), sorted);
    }

    private static List<List<float[]>> dealt(List<float[]> examples) {
        List<List<float[]>> parts = List.of(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < examples.size(); i++) {
            parts.get(i % 2).add(examples.get(i));
        }
        return parts;
    }

    private static float[] centre(List<float[]> examples, double[] middle) {
        double[] mean = mean(examples);
        float[] centre = new float[mean.length];
        for (int i = 0; i < centre.length; i++) {
            centre[i] =
                    (float)
                            ((examples.size() * mean[i] + SHRINKAGE * middle[i])
                                    / (examples.size() + SHRINKAGE));
        }
        return centre;
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
