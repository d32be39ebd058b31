// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.suppression;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** A suppression, in force or withdrawn. */
@Entity
@Table(name = "suppression")
class StoredSuppression {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    UUID id;

    @TenantId String tenant;

    String site;

    @Column(name = "source_cidr")
    String sourceCidr;

    @Column(name = "destination_cidr")
    String destinationCidr;

    @Column(name = "destination_port")
    Integer destinationPort;

    String transport;

    String direction;

    String reason;

    String owner;

    Instant created;

    Instant expires;

    boolean withdrawn;

    long version;

    /** For Hibernate. */
    protected StoredSuppression() {}
}
