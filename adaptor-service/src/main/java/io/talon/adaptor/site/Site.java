// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.site;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
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
    static final String GENERIC = "generic";

    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    UUID id;

    @TenantId String tenant;

    String name;

    String profile;

    @Column(name = "alert_budget")
    double alertBudget;

    @Column(name = "observer_name")
    String observerName;

    @Column(name = "observer_description")
    String observerDescription;

    @Column(name = "second_person")
    boolean secondPerson;

    String maturity;

    Instant created;

    @Column(name = "last_adaptor")
    long lastAdaptor;

    @Column(name = "last_release")
    long lastRelease;

    @Column(name = "active_adaptor")
    Long activeAdaptor;

    @Column(name = "last_shadow_release")
    long lastShadowRelease;

    @Column(name = "shadow_adaptor")
    Long shadowAdaptor;

    @Version long revision;

    /** For Hibernate. */
    protected Site() {}

    Site(NewSite wanted, Instant created) {
        this.name = wanted.name();
        this.profile = wanted.profile();
        this.alertBudget = wanted.alertBudget();
        this.observerName = wanted.observer() == null ? null : wanted.observer().name();
        this.observerDescription =
                wanted.observer() == null ? null : wanted.observer().description();
        this.secondPerson = wanted.secondPerson();
        this.maturity = GENERIC;
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

    /** Id of the feature profile of its flows. */
    public String profile() {
        return profile;
    }

    /** Alerts per day that its analysts can look at. */
    public double alertBudget() {
        return alertBudget;
    }

    /** Whether a promotion needs the approval of somebody else. */
    public boolean needsSecondPerson() {
        return secondPerson;
    }

    /** The version of the adaptor that the job was last told to run; none: the base model. */
    public OptionalLong activeAdaptor() {
        return activeAdaptor == null ? OptionalLong.empty() : OptionalLong.of(activeAdaptor);
    }

    /** The version of the adaptor that scores beside the active one, if one does. */
    public OptionalLong shadowAdaptor() {
        return shadowAdaptor == null ? OptionalLong.empty() : OptionalLong.of(shadowAdaptor);
    }

    /** The number for the next adaptor. */
    public long nextAdaptor() {
        return ++lastAdaptor;
    }

    /**
     * The number for a release, which makes an adaptor the active one.
     *
     * @param adaptor its version; null: none
     * @param reached how much of the site it has seen; null for none
     */
    public long nextRelease(Long adaptor, String reached) {
        activeAdaptor = adaptor;
        maturity = reached == null ? GENERIC : reached;
        return ++lastRelease;
    }

    /** The number for a release, which makes an adaptor the shadow; null: none. */
    public long nextShadowRelease(Long adaptor) {
        shadowAdaptor = adaptor;
        return ++lastShadowRelease;
    }
}
