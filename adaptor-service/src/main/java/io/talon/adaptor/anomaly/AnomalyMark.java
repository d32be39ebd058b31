// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.anomaly;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** What an analyst said of an anomaly. */
@Entity
@Table(name = "anomaly_mark")
class AnomalyMark {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    UUID id;

    @TenantId String tenant;

    UUID site;

    String anomaly;

    String verdict;

    Instant expires;

    String note;

    @Column(name = "marked_by")
    String markedBy;

    Instant marked;

    UUID triplet;

    UUID suppression;

    /** For Hibernate. */
    protected AnomalyMark() {}

    AnomalyMark(UUID site, String anomaly) {
        this.site = site;
        this.anomaly = anomaly;
    }
}
