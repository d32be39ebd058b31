// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.training;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.TenantId;

/** A training job. While it runs, its row is written by {@link JobQueue} alone. */
@Entity
@DynamicUpdate
@Table(name = "training_job")
class TrainingJob {
    static final String WAITING = "waiting";
    static final String FITTING = "fitting";
    static final String REPORTING = "reporting";
    static final String ENDED = "ended";

    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    UUID id;

    @TenantId String tenant;

    UUID site;

    String state;

    String phase;

    @Column(columnDefinition = "text")
    String request;

    int step;

    int steps;

    Double loss;

    int triplets;

    int benign;

    Long adaptor;

    String verdict;

    @Column(columnDefinition = "text")
    String problem;

    int attempts;

    Instant created;

    @Column(name = "created_by")
    String createdBy;

    Instant started;

    Instant ended;

    Instant lease;

    /** For Hibernate. */
    protected TrainingJob() {}

    TrainingJob(UUID site, String request, int steps, int triplets, Instant now, String by) {
        this.site = site;
        this.request = request;
        this.steps = steps;
        this.triplets = triplets;
        this.state = JobState.QUEUED.word();
        this.phase = WAITING;
        this.created = now;
        this.createdBy = by;
    }

    JobState state() {
        return JobState.ofWord(state);
    }
}
