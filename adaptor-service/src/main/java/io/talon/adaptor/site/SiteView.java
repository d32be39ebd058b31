// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.site;

import java.time.Instant;

/**
 * A site.
 *
 * @param maturity generic, calibrated or adapted
 * @param activeAdaptor version of the adaptor that it runs; null: the base model
 * @param shadowAdaptor version of the adaptor that scores beside it; null: none
 */
record SiteView(
        String name,
        String profile,
        double alertBudget,
        Observer observer,
        boolean secondPerson,
        String maturity,
        Long activeAdaptor,
        Long shadowAdaptor,
        Instant created) {
    static SiteView of(Site site) {
        Observer observer =
                site.observerName == null && site.observerDescription == null
                        ? null
                        : new Observer(site.observerName, site.observerDescription);
        return new SiteView(
                site.name,
                site.profile,
                site.alertBudget,
                observer,
                site.secondPerson,
                site.maturity,
                site.activeAdaptor,
                site.shadowAdaptor,
                site.created);
    }
}
