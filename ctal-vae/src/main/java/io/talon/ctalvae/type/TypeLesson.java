// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.type;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** From examples to kinds of attack. */
final class TypeLesson {
    /** What serves best. */
    static final double SHRINKAGE = 0.1;

    /** Parts into which sites are dealt; each is held out once. */
    private static final int PARTS = 4;

    private final List<Example> examples;
    private final double rejection;
    private final double shrinkage;

    TypeLesson(List<Example> examples, double rejection, double shrinkage) {
        this.examples = examples;
        this.rejection = rejection;
        this.shrinkage = shrinkage;
    }

    AttackTypes types() {
        Map<String, List<float[]>> kinds = kinds(e -> true);
        kinds.forEach(this::check);
        List<String> sites =
                List.copyOf(new TreeSet<>(examples.stream().map(Example::site).toList()));
        if (sites.size() < 2) {
            throw new IllegalArgumentException(
                    "attack types need examples of two sites or more, found " + sites);
        }
        Whitening whitening = Whitening.fit(kinds.values(), shrinkage);
        Map<String, List<Float>> distances = distances(sites);
        List<Prototype> prototypes = new ArrayList<>();
        kinds.forEach(
                (type, places) ->
                        prototypes.add(
                                new Prototype(
                                        type,
                                        centre(whitening, places),
                                        sorted(distances.getOrDefault(type, List.of())))));
        return new AttackTypes(whitening, prototypes, rejection);
    }

    private void check(String type, List<float[]> places) {
        int least = AttackTypes.leastExamples(rejection);
        if (places.size() < least) {
            throw new IllegalArgumentException(
                    "%s has %d examples; %d are needed to tell it from the unknown at %s"
                            .formatted(type, places.size(), least, rejection));
        }
    }

    private Map<String, List<float[]>> kinds(Predicate<Example> wanted) {
        return examples.stream()
                .filter(wanted)
                .collect(
                        Collectors.groupingBy(
                                Example::type,
                                TreeMap::new,
                                Collectors.mapping(Example::place, Collectors.toList())));
    }

    /** Of every example from its kind as the other parts of the sites know it. */
    private Map<String, List<Float>> distances(List<String> sites) {
        Map<String, List<Float>> distances = new TreeMap<>();
        for (int part = 0; part < PARTS; part++) {
            int held = part;
            Predicate<Example> isHeld = e -> sites.indexOf(e.site()) % PARTS == held;
            Map<String, List<float[]>> known = kinds(isHeld.negate());
            if (known.isEmpty()) {
                continue;
            }
            Whitening whitening = Whitening.fit(known.values(), shrinkage);
            kinds(isHeld)
                    .forEach(
                            (type, places) -> {
                                if (known.containsKey(type)) {
                                    Prototype bare =
                                            new Prototype(
                                                    type,
                                                    centre(whitening, known.get(type)),
                                                    new float[0]);
                                    List<Float> own =
                                            distances.computeIfAbsent(type, t -> new ArrayList<>());
                                    places.forEach(p -> own.add(bare.distance(whitening.of(p))));
                                }
                            });
        }
        return distances;
    }

    private static float[] centre(Whitening whitening, List<float[]> places) {
        double[] whitened = whitening.of(Whitening.mean(places));
        float[] centre = new float[whitened.length];
        for (int i = 0; i < centre.length; i++) {
            centre[i] = (float) whitened[i];
        }
        return centre;
    }

    private static float[] sorted(List<Float> values) {
        float[] sorted = new float[values.size()];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = values.get(i);
        }
        Arrays.sort(sorted);
        return sorted;
    }
}
