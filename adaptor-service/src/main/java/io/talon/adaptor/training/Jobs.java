// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.talon.adaptor.TalonConfig;
import io.talon.adaptor.audit.AuditLog;
import io.talon.adaptor.page.Cursor;
import io.talon.adaptor.page.Page;
import io.talon.adaptor.page.Paging;
import io.talon.adaptor.problem.ProblemException;
import io.talon.adaptor.site.Site;
import io.talon.adaptor.site.Sites;
import io.talon.adaptor.tenant.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** The training jobs of the caller's sites. */
@ApplicationScoped
class Jobs {
    /** A job takes seconds. */
    private static final int RETRY_AFTER_SECONDS = 5;

    private static final int FOLDS_AND_FINAL = 3;

    @Inject Session entities;
    @Inject Sites sites;
    @Inject MaterialFinder materials;
    @Inject Caller caller;
    @Inject AuditLog audit;
    @Inject TalonConfig config;
    @Inject ObjectMapper json;
    @Inject Event<JobQueued> queued;

    /**
     * Told when a job was queued and committed.
     *
     * @see TransactionPhase#AFTER_SUCCESS
     */
    record JobQueued() {}

    /**
     * Queues a job.
     *
     * @throws ProblemException if the tenant has too many, or a triplet is not there
     */
    @Transactional
    JobView submit(String siteName, NewJob wanted) {
        Site site = sites.lock(siteName);
        requireRoom();
        int triplets = materials.triplets(site, wanted.triplets()).size();
        TrainingJob job =
                new TrainingJob(
                        site.id(),
                        text(wanted),
                        FOLDS_AND_FINAL * wanted.steps(),
                        triplets,
                        Instant.now().truncatedTo(ChronoUnit.MICROS),
                        caller.name());
        entities.persist(job);
        audit.done("job.submit", path(siteName, job.id), triplets + " triplets");
        queued.fire(new JobQueued());
        return view(job, siteName);
    }

    @Transactional
    Page<JobView> page(String siteName, Paging paging) {
        Site site = sites.find(siteName);
        Cursor.Place before = Cursor.place(paging.cursor);
        List<TrainingJob> found =
                entities.createQuery(
                                "from TrainingJob where site = :site and (created < :time"
                                        + " or created = :time and id < :id)"
                                        + " order by created desc, id desc",
                                TrainingJob.class)
                        .setParameter("site", site.id())
                        .setParameter("time", before.time())
                        .setParameter("id", before.id())
                        .setMaxResults(paging.limit + 1)
                        .getResultList();
        return Page.of(found, paging.limit, job -> Cursor.of(job.created, job.id))
                .map(job -> view(job, siteName));
    }

    @Transactional
    JobView one(String siteName, UUID id) {
        return view(find(sites.find(siteName), id), siteName);
    }

    /**
     * Cancels a job; a running one stops at its next step.
     *
     * @throws ProblemException if it has ended
     */
    @Transactional
    JobView cancel(String siteName, UUID id) {
        Site site = sites.lock(siteName);
        int changed =
                entities.createMutationQuery(
                                "update TrainingJob set state = 'cancelled', phase = 'ended',"
                                        + " ended = :now where site = :site and id = :id"
                                        + " and state in ('queued', 'running')")
                        .setParameter("now", Instant.now().truncatedTo(ChronoUnit.MICROS))
                        .setParameter("site", site.id())
                        .setParameter("id", id)
                        .executeUpdate();
        TrainingJob job = find(site, id);
        if (changed == 0) {
            throw ProblemException.conflict(
                    "job-ended", "job " + id + " is " + job.state, "Start another one.");
        }
        audit.done("job.cancel", path(siteName, id), null);
        return view(job, siteName);
    }

    static String path(String site, UUID job) {
        return "sites/" + site + "/jobs/" + job;
    }

    private TrainingJob find(Site site, UUID id) {
        return entities.createQuery(
                        "from TrainingJob where site = :site and id = :id", TrainingJob.class)
                .setParameter("site", site.id())
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("job '" + id + "'"));
    }

    private JobView view(TrainingJob job, String siteName) {
        Long ahead =
                job.state() == JobState.QUEUED
                        ? entities.createQuery(
                                        "select count(*) from TrainingJob"
                                                + " where state = 'queued' and created < :created",
                                        Long.class)
                                .setParameter("created", job.created)
                                .getSingleResult()
                        : null;
        return JobView.of(job, siteName, ahead);
    }

    private void requireRoom() {
        long now =
                entities.createQuery(
                                "select count(*) from TrainingJob where state in"
                                        + " ('queued', 'running')",
                                Long.class)
                        .getSingleResult();
        if (now >= config.quota().jobs()) {
            throw ProblemException.tooMany(
                    now + " jobs of the tenant wait or run, as many as may",
                    "Wait until one has ended, or cancel one.",
                    RETRY_AFTER_SECONDS);
        }
    }

    private String text(NewJob wanted) {
        try {
            return json.writeValueAsString(wanted);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of plain values is always writable", e);
        }
    }
}
