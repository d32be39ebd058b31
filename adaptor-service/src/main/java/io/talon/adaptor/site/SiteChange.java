// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.site;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Positive;

/** What is to be changed of a site; null stays as it is. */
record SiteChange(
        @Positive @DecimalMax("1000000") Double alertBudget,
        @Valid Observer observer,
        Boolean secondPerson) {

    void applyTo(Site site) {
        if (alertBudget != null) {
            site.alertBudget = alertBudget;
        }
        if (observer != null) {
            site.observerName = observer.name();
            site.observerDescription = observer.description();
        }
        if (secondPerson != null) {
            site.secondPerson = secondPerson;
        }
    }
}
