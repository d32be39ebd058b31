// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.adaptor;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** An adaptor of a site. Its file is among the artifacts, and never changed. */
@Entity
@Table(name = "adaptor")
public class StoredAdaptor {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    UUID id;

    @TenantId String tenant;

    UUID site;

    long version;

    String label;

    String maturity;

    String state;

    String origin;

    String verdict;

    @Column(name = "report_card", columnDefinition = "text")
    String reportCard;

    UUID job;

    String sha256;

    @Column(name = "size_bytes")
    int size;

    Instant uploaded;

    @Column(name = "uploaded_by")
    String uploadedBy;

    @Version long revision;

    /** For Hibernate. */
    protected StoredAdaptor() {}

    /** Its number among the site's. */
    public long version() {
        return version;
    }

    /** Its tenant. */
    public String tenant() {
        return tenant;
    }

    /** Of its file. */
    public String sha256() {
        return sha256;
    }

    /** How much of the site it has seen. */
    public String maturity() {
        return maturity;
    }

    /** What its maker called it. */
    public String label() {
        return label;
    }

    /** Who made it. */
    public String madeBy() {
        return uploadedBy;
    }

    /** Its report card as JSON. */
    public String reportCard() {
        return reportCard;
    }

    /** Whether its report card failed. */
    public boolean isFailed() {
        return "fail".equals(verdict);
    }

    /** Where it is in its life. */
    public AdaptorState state() {
        return AdaptorState.valueOf(state.toUpperCase(Locale.ROOT));
    }

    /** Moves it on. */
    public void enter(AdaptorState next) {
        state = next.word();
    }
}
