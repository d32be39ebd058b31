// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.adaptor;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** Somebody's approval of an adaptor. */
@Entity
class Approval {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    UUID id;

    @TenantId String tenant;

    UUID adaptor;

    String approver;

    Instant approved;

    /** For Hibernate. */
    protected Approval() {}

    Approval(UUID adaptor, String approver, Instant approved) {
        this.adaptor = adaptor;
        this.approver = approver;
        this.approved = approved;
    }
}
