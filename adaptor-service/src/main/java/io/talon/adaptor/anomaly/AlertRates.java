// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.anomaly;

import io.talon.adaptor.search.IndexedAnomalies;
import io.talon.adaptor.site.Site;
import io.talon.adaptor.site.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How many alerts a site has, against what its analysts can look at. */
@ApplicationScoped
class AlertRates {
    @Inject Sites sites;
    @Inject IndexedAnomalies indexed;

    /**
     * One site.
     *
     * @param alerts per day, oldest first, today last
     */
    record Rate(String site, double budget, double perDay, List<Long> alerts) {}

    List<Rate> of(int days) {
        Map<String, Map<LocalDate, Long>> counts = indexed.perDay(days);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        List<Rate> rates = new ArrayList<>();
        for (Site site : sites.all()) {
            Map<LocalDate, Long> ofSite = counts.getOrDefault(site.name(), Map.of());
            List<Long> alerts = new ArrayList<>();
            for (int back = days - 1; back >= 0; back--) {
                alerts.add(ofSite.getOrDefault(today.minusDays(back), 0L));
            }
            double perDay = alerts.stream().mapToLong(Long::longValue).sum() / (double) days;
            rates.add(new Rate(site.name(), site.alertBudget(), perDay, alerts));
        }
        return rates;
    }
}
