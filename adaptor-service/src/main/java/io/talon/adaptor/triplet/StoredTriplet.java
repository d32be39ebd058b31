// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.triplet;

import io.talon.ctalvae.adapt.Triplet;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.TenantId;

/** A triplet of a site. Its flows are named by uid, and kept. */
@Entity
@Table(name = "triplet")
public class StoredTriplet {
    static final String PROPOSED = "proposed";
    static final String ACCEPTED = "accepted";

    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    UUID id;

    @TenantId String tenant;

    UUID site;

    String anchor;

    String positive;

    String negative;

    String state;

    String origin;

    @Column(name = "origin_id")
    String originId;

    String note;

    Instant created;

    @Column(name = "created_by")
    String createdBy;

    /** For Hibernate. */
    protected StoredTriplet() {}

    /** What the API knows it by. */
    public UUID id() {
        return id;
    }

    /** As the model module takes it. */
    public Triplet triplet() {
        return new Triplet(anchor, positive, negative);
    }

    List<String> uids() {
        return Stream.of(anchor, positive, negative).filter(Objects::nonNull).toList();
    }

    List<String> ordinary() {
        return Stream.of(anchor, positive).filter(Objects::nonNull).toList();
    }

    boolean says(String otherAnchor, String otherPositive, String otherNegative) {
        return anchor.equals(otherAnchor)
                && Objects.equals(positive, otherPositive)
                && Objects.equals(negative, otherNegative);
    }
}
