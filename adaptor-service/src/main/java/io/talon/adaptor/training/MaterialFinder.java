// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.training;

import io.talon.adaptor.TalonConfig;
import io.talon.adaptor.problem.ProblemException;
import io.talon.adaptor.search.IndexedSequences;
import io.talon.adaptor.sequence.FlowSequence;
import io.talon.adaptor.sequence.Sequences;
import io.talon.adaptor.sequence.StoredExchanges;
import io.talon.adaptor.sequence.StoredSequences;
import io.talon.adaptor.site.Site;
import io.talon.adaptor.triplet.StoredTriplet;
import io.talon.adaptor.triplet.Triplets;
import io.talon.ctalvae.adapt.SiteTeacher;
import io.talon.ctalvae.adapt.Triplet;
import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.report.Material;
import io.talon.ctalvae.sequence.DatedExchange;
import io.talon.ctalvae.sequence.Sequence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Collects what a site is taught from. */
@ApplicationScoped
class MaterialFinder {
    /** More benign sequences take longer and change little (docs/adr/0091). */
    private static final int MOST_BENIGN = 2000;

    /** Most that are taken from Elasticsearch at once. */
    private static final int MOST_INDEXED = 600;

    private static final Duration USUAL_PERIOD = Duration.ofDays(7);

    @Inject Triplets triplets;
    @Inject StoredSequences stored;
    @Inject StoredExchanges exchanges;
    @Inject IndexedSequences indexed;
    @Inject TalonConfig config;

    /** The accepted triplets with these ids; null: all. */
    @Transactional
    List<StoredTriplet> triplets(Site site, List<UUID> wanted) {
        List<StoredTriplet> accepted = triplets.accepted(site);
        if (wanted == null) {
            return accepted;
        }
        Map<UUID, StoredTriplet> byId = new HashMap<>();
        accepted.forEach(triplet -> byId.put(triplet.id(), triplet));
        List<StoredTriplet> found = new ArrayList<>();
        for (UUID id : new LinkedHashSet<>(wanted)) {
            StoredTriplet triplet = byId.get(id);
            if (triplet == null) {
                throw ProblemException.unusable(
                        "unknown-triplet",
                        "site '" + site.name() + "' has no accepted triplet " + id,
                        "List the triplets; accept proposed ones first.");
            }
            found.add(triplet);
        }
        return found;
    }

    /**
     * The material of a job.
     *
     * @throws ProblemException if the benign sequences are too few, or of another profile
     */
    @Transactional
    Material material(Site site, NewJob job) {
        List<Triplet> said =
                triplets(site, job.triplets()).stream().map(StoredTriplet::triplet).toList();
        Set<String> uids = new LinkedHashSet<>();
        said.forEach(triplet -> triplet.uids().forEach(uids::add));
        List<Sequence> named =
                stored.named(site, uids).stream().map(FlowSequence::sequence).toList();
        List<Sequence> declared = benign(site, job, negatives(said));
        List<Sequence> taught = spread(declared);
        Material material =
                Material.divide(named, said, taught).with(further(site, declared, taught));
        if (material.benign().size() < SiteTeacher.LEAST_BENIGN) {
            throw ProblemException.unusable(
                    "too-few-benign",
                    material.benign().size()
                            + " benign sequences to learn from; at least "
                            + SiteTeacher.LEAST_BENIGN
                            + " are needed beside every fifth, which is kept back",
                    "Upload a conn.log of ordinary traffic with benign=true, or name a period"
                            + " whose sampled sequences are benign.");
        }
        requireProfile(site, material);
        return material;
    }

    /** Benign sequences from all of the declared time, to judge an adaptor made elsewhere by. */
    @Transactional
    List<Sequence> benign(Site site) {
        return spread(declared(site));
    }

    private List<Sequence> declared(Site site) {
        return stored.benign(site, config.quota().sequences()).stream()
                .map(FlowSequence::sequence)
                .toList();
    }

    /** From all of the time, in its order: the newest alone would be minutes of a busy site. */
    private static List<Sequence> spread(List<Sequence> inTime) {
        int all = inTime.size();
        return all <= MOST_BENIGN
                ? inTime
                : IntStream.range(0, MOST_BENIGN)
                        .mapToObj(i -> inTime.get((int) ((long) i * all / MOST_BENIGN)))
                        .toList();
    }

    /** What was seen lately, whatever it was. */
    @Transactional
    IndexedSequences.Answer lately(Site site, int days) {
        return indexed.within(
                site.name(), Instant.now().minus(Duration.ofDays(days)), null, 4 * MOST_INDEXED);
    }

    private List<Sequence> benign(Site site, NewJob job, Set<String> negatives) {
        List<Sequence> declared = new ArrayList<>(declared(site));
        if (job.benignFrom() != null || declared.isEmpty()) {
            Instant from =
                    job.benignFrom() == null ? Instant.now().minus(USUAL_PERIOD) : job.benignFrom();
            indexed.within(site.name(), from, job.benignTo(), MOST_INDEXED).found().stream()
                    .filter(i -> i.anomaly() == null)
                    .map(Sequences::flows)
                    .map(FlowSequence::sequence)
                    .forEach(declared::add);
        }
        declared.removeIf(s -> negatives.contains(s.uid()));
        declared.sort(Comparator.comparingLong(Sequence::endMicros));
        return declared;
    }

    /** Who talked to whom in what is declared benign and not taught with. */
    private List<DatedExchange> further(Site site, List<Sequence> declared, List<Sequence> taught) {
        Set<Sequence> others = new LinkedHashSet<>(declared);
        taught.forEach(others::remove);
        return Stream.concat(
                        others.stream()
                                .filter(s -> s.exchange() != null)
                                .map(s -> new DatedExchange(s.endMicros(), s.exchange())),
                        exchanges.of(site).stream())
                .toList();
    }

    private static Set<String> negatives(List<Triplet> said) {
        Set<String> uids = new LinkedHashSet<>();
        said.stream().map(Triplet::negative).filter(Objects::nonNull).forEach(uids::add);
        return uids;
    }

    private static void requireProfile(Site site, Material material) {
        String profile = SiteModel.base().profile().id();
        boolean other =
                !site.profile().equals(profile)
                        || material.benign().stream().anyMatch(s -> !s.profile().equals(profile))
                        || material.flows().stream().anyMatch(s -> !s.profile().equals(profile));
        if (other) {
            throw ProblemException.unusable(
                    "profile-mismatch",
                    "the base model has profile "
                            + profile
                            + ", site '"
                            + site.name()
                            + "' or some of its flows have another",
                    "Teach sites of the base model's profile, with flows of this version.");
        }
    }
}
