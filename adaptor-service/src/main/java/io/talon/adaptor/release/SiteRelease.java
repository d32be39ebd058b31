// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.release;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** What a site was told to run, and when. Never changed. */
@Entity
@Table(name = "adaptor_release")
class SiteRelease {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    UUID id;

    @TenantId String tenant;

    UUID site;

    String role;

    long number;

    Long adaptor;

    Instant released;

    @Column(name = "released_by")
    String releasedBy;

    /** For Hibernate. */
    protected SiteRelease() {}

    SiteRelease(UUID site, String role, long number, Long adaptor, Instant at, String by) {
        this.site = site;
        this.role = role;
        this.number = number;
        this.adaptor = adaptor;
        this.released = at;
        this.releasedBy = by;
    }
}
