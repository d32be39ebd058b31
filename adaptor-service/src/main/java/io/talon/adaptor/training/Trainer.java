// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.talon.adaptor.TalonConfig;
import io.talon.adaptor.adaptor.AdaptorFile;
import io.talon.adaptor.adaptor.AdaptorInfo;
import io.talon.adaptor.adaptor.Adaptors;
import io.talon.adaptor.adaptor.NewAdaptor;
import io.talon.adaptor.control.ReleaseKey;
import io.talon.adaptor.model.KnownModels;
import io.talon.adaptor.problem.ProblemException;
import io.talon.adaptor.site.Site;
import io.talon.adaptor.triplet.StoredTriplet;
import io.talon.ctalvae.adapt.AdaptationException;
import io.talon.ctalvae.io.ModelWriter;
import io.talon.ctalvae.io.SigningKey;
import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.report.Material;
import io.talon.ctalvae.report.Trial;
import io.talon.ctalvae.train.AdaptationOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.hibernate.Session;

/**
 * Does a job: collects the material, fits, judges, stores. Runs as the tenant that asked for it.
 * Nothing is stored before the end, so an attempt that dies leaves nothing behind.
 */
@ApplicationScoped
class Trainer {
    @Inject Session entities;
    @Inject KnownModels models;
    @Inject MaterialFinder materials;
    @Inject CardMaker cards;
    @Inject Adaptors adaptors;
    @Inject JobQueue queue;
    @Inject ReleaseKey key;
    @Inject TalonConfig config;
    @Inject ObjectMapper json;

    /** What an attempt made, not stored yet. */
    record Result(String site, NewAdaptor adaptor) {}

    /**
     * Fits and judges, outside of any transaction: it takes longer than one should.
     *
     * @throws ProblemException if the material does not suffice
     * @throws JobEndedException if the job was cancelled or took too long
     */
    Result train(ClaimedJob job, BooleanSupplier stopping) {
        long started = System.nanoTime();
        NewJob wanted = request(job);
        Site site = entities.find(Site.class, job.site());
        Material material = materials.material(site, wanted);
        JobProgress progress =
                new JobProgress(
                        queue,
                        job,
                        Duration.ofSeconds(wanted.maxSeconds()),
                        material.benign().size(),
                        stopping);
        AdaptationOptions options =
                AdaptationOptions.defaults().withSteps(wanted.steps()).withSeed(wanted.seed());
        AdaptorFile file;
        CardMaker.Case judged;
        try {
            SiteModel base = models.base();
            Trial trial = Trial.of(base, options, material, progress.fitting());
            progress.reporting();
            file =
                    AdaptorFile.check(
                            ModelWriter.adaptor(
                                    base,
                                    trial.taught().parts(),
                                    facts(job, material),
                                    signingKey()),
                            models);
            judged =
                    new CardMaker.Case(
                            file.model(),
                            trial.taught().network(),
                            material.held(),
                            material.negatives(),
                            trial.influence(),
                            materials.triplets(site, wanted.triplets()).stream()
                                    .map(StoredTriplet::id)
                                    .toList(),
                            progress.loss(),
                            (System.nanoTime() - started) / 1e9);
        } catch (AdaptationException | ArithmeticException e) {
            throw ProblemException.unusable(
                    "cannot-adapt", e.getMessage(), "Mend the triplets or the benign flows.");
        }
        CardMaker.Card card = cards.make(site, judged);
        return new Result(
                site.name(),
                new NewAdaptor(file, "trained", card.verdict(), card.text(), job.id()));
    }

    /** Stores the result and ends the job, both or neither. */
    @Transactional
    void store(ClaimedJob job, Result result) {
        AdaptorInfo stored = adaptors.add(result.site(), result.adaptor());
        if (!queue.done(job, stored.version(), stored.verdict())) {
            throw new JobEndedException(JobEndedException.Reason.NOT_OURS);
        }
    }

    private SigningKey signingKey() {
        try {
            return SigningKey.read(config.release().key());
        } catch (IOException e) {
            throw new IllegalStateException("talon.release.key cannot be read: " + key.id(), e);
        }
    }

    private NewJob request(ClaimedJob job) {
        try {
            return json.readValue(job.request(), NewJob.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the request of job " + job.id() + " is damaged", e);
        }
    }

    private static Map<String, String> facts(ClaimedJob job, Material material) {
        return Map.of(
                "job", job.id().toString(),
                "triplets", Integer.toString(material.triplets().size()),
                "benign", Integer.toString(material.benign().size()));
    }
}
