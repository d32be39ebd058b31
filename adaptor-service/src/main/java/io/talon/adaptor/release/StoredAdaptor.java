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

/** An adaptor that was uploaded for a site, and checked. Never changed. */
@Entity
@Table(name = "adaptor")
class StoredAdaptor {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    UUID id;

    @TenantId String tenant;

    UUID site;

    long version;

    String label;

    String maturity;

    String sha256;

    @Column(name = "size_bytes")
    int size;

    byte[] content;

    Instant uploaded;

    @Column(name = "uploaded_by")
    String uploadedBy;

    /** For Hibernate. */
    protected StoredAdaptor() {}

    /** Takes {@code file} over. */
    StoredAdaptor(UUID site, long version, AdaptorFile file, Instant uploaded, String uploadedBy) {
        this.site = site;
        this.version = version;
        this.label = file.label();
        this.maturity = file.maturity();
        this.sha256 = file.sha256();
        this.size = file.bytes().length;
        this.content = file.bytes();
        this.uploaded = uploaded;
        this.uploadedBy = uploadedBy;
    }
}
