// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.sequence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Candidates in at most eight groups by Lloyd's k-means on the normalised values of their last
 * flows, begun with candidates far from one another (Gonzalez 1985) instead of random ones.
 */
final class Clusters {
    private static final int MOST = 8;
    private static final int ROUNDS = 20;

    private final List<List<Candidate>> groups;
    private final List<float[]> centres;

    private Clusters(List<List<Candidate>> groups, List<float[]> centres) {
        this.groups = groups;
        this.centres = centres;
    }

    static Clusters of(List<Candidate> all) {
        List<float[]> centres = Ranking.diverse(all, MOST).stream().map(Candidate::place).toList();
        List<List<Candidate>> groups = grouped(all, centres);
        for (int round = 0; round < ROUNDS; round++) {
            List<float[]> means = new ArrayList<>();
            for (int i = 0; i < groups.size(); i++) {
                means.add(groups.get(i).isEmpty() ? centres.get(i) : mean(groups.get(i)));
            }
            centres = means;
            List<List<Candidate>> next = grouped(all, centres);
            if (next.equals(groups)) {
                break;
            }
            groups = next;
        }
        return new Clusters(groups, centres);
    }

    /** The group with the most members; empty if there are no candidates. */
    List<Candidate> largest() {
        return groups.stream().max(Comparator.comparingInt(List::size)).orElse(List.of());
    }

    /** The group with members whose centre is farthest from the largest one's. */
    List<Candidate> farthest() {
        int largest = groups.indexOf(largest());
        List<Candidate> found = List.of();
        double most = 0;
        for (int i = 0; i < groups.size(); i++) {
            double distance = distance(centres.get(i), centres.get(largest));
            if (!groups.get(i).isEmpty() && distance > most) {
                most = distance;
                found = groups.get(i);
            }
        }
        return found;
    }

    private static List<List<Candidate>> grouped(List<Candidate> all, List<float[]> centres) {
        List<List<Candidate>> groups = new ArrayList<>();
        centres.forEach(centre -> groups.add(new ArrayList<>()));
        for (Candidate candidate : all) {
            int nearest = 0;
            for (int i = 1; i < centres.size(); i++) {
                if (distance(candidate.place(), centres.get(i))
                        < distance(candidate.place(), centres.get(nearest))) {
                    nearest = i;
                }
            }
            groups.get(nearest).add(candidate);
        }
        return groups;
    }

    private static float[] mean(List<Candidate> group) {
        float[] mean = new float[group.get(0).place().length];
        for (Candidate candidate : group) {
            for (int f = 0; f < mean.length; f++) {
                mean[f] += candidate.place()[f] / group.size();
            }
        }
        return mean;
    }

    /** Squared. */
    static double distance(float[] one, float[] other) {
        double sum = 0;
        for (int f = 0; f < one.length; f++) {
            double d = (double) one[f] - other[f];
            sum += d * d;
        }
        return sum;
    }
}
