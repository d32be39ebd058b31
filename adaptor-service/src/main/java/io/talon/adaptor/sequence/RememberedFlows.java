// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.sequence;

import io.talon.adaptor.site.Site;
import io.talon.ctalvae.sequence.DatedExchange;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** What is left of flows that were declared benign and whose sequences there was no room for. */
@Entity
@Table(name = "remembered_flows")
class RememberedFlows {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    UUID id;

    @TenantId String tenant;

    UUID site;

    byte[] content;

    /** For Hibernate. */
    protected RememberedFlows() {}

    RememberedFlows(Site site, List<DatedExchange> exchanges) {
        this.site = site.id();
        this.content = DatedExchange.toBytes(exchanges);
    }

    List<DatedExchange> exchanges() {
        return DatedExchange.fromBytes(content);
    }
}
