// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.site;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/**
 * A site of the caller's tenant: one place that Zeek watches. Its numbers of adaptors and releases
 * only grow; whoever takes one holds the row locked.
 */
@Entity
public class Site {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    UUID id;

    @TenantId String tenant;

    String name;

    String profile;

    @Column(name = "alert_budget")
    double alertBudget;

    Instant created;

    @Column(name = "last_adaptor")
    long lastAdaptor;

    @Column(name = "last_release")
    long lastRelease;

    @Column(name = "active_adaptor")
    Long activeAdaptor;

    /** For Hibernate. */
    protected Site() {}

    Site(String name, String profile, double alertBudget, Instant created) {
        this.name = name;
        this.profile = profile;
        this.alertBudget = alertBudget;
        this.created = created;
    }

    /** What other tables know it by. */
    public UUID id() {
        return id;
    }

    /** Whose it is. */
    public String tenant() {
        return tenant;
    }

    /** What it is called. */
    public String name() {
        return name;
    }

    /** The version of the adaptor that the job was last told to run; none: the base model. */
    public OptionalLong activeAdaptor() {
        return activeAdaptor == null ? OptionalLong.empty() : OptionalLong.of(activeAdaptor);
    }

    /** The number for the next adaptor. */
    public long nextAdaptor() {
        return ++lastAdaptor;
    }

    /** The number for a release, which makes {@code adaptor} the active one; null: none. */
    public long nextRelease(Long adaptor) {
        activeAdaptor = adaptor;
        return ++lastRelease;
    }
}
