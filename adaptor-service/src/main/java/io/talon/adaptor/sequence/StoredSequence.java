// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.sequence;

import io.talon.adaptor.site.Site;
import io.talon.ctalvae.sequence.SequenceBytes;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** A sequence of a site, kept. */
@Entity
@Table(name = "flow_sequence")
class StoredSequence {
    /** Zeek's uids hold letters and digits only. */
    private static final String SEPARATOR = "\n";

    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    UUID id;

    @TenantId String tenant;

    UUID site;

    String uid;

    @Column(name = "declared_benign")
    boolean declaredBenign;

    String profile;

    String uids;

    byte[] content;

    String source;

    String destination;

    @Column(name = "destination_port")
    Integer destinationPort;

    Instant started;

    Instant ended;

    String anomaly;

    /** For Hibernate. */
    protected StoredSequence() {}

    StoredSequence(Site site, String profile, FlowSequence flows) {
        this.site = site.id();
        this.uid = flows.uid();
        this.declaredBenign = flows.declaredBenign();
        this.profile = profile;
        this.uids = String.join(SEPARATOR, flows.sequence().uids());
        this.content = SequenceBytes.of(flows.sequence());
        this.source = flows.source();
        this.destination = flows.destination();
        this.destinationPort = flows.destinationPort();
        this.started = Micros.time(flows.sequence().startMicros());
        this.ended = Micros.time(flows.sequence().endMicros());
        this.anomaly = flows.anomaly();
    }

    FlowSequence flows() {
        return new FlowSequence(
                SequenceBytes.sequence(
                        profile,
                        List.of(uids.split(SEPARATOR)),
                        content,
                        Micros.of(started),
                        Micros.of(ended)),
                source,
                destination,
                destinationPort,
                declaredBenign,
                anomaly);
    }
}
