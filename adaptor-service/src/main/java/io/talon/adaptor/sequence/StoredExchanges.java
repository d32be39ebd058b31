// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.sequence;

import io.talon.adaptor.TalonConfig;
import io.talon.adaptor.site.Site;
import io.talon.ctalvae.sequence.DatedExchange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.Session;

/**
 * Who talked to whom in flows of the caller's sites that were declared benign, beside those whose
 * sequences are kept: 44 bytes each, and enough to know a habit by.
 */
@ApplicationScoped
public class StoredExchanges {
    @Inject Session entities;
    @Inject TalonConfig config;

    /** All of a site, each once. */
    @Transactional
    public Set<DatedExchange> of(Site site) {
        Set<DatedExchange> all = new LinkedHashSet<>();
        entities.createQuery("from RememberedFlows where site = :site", RememberedFlows.class)
                .setParameter("site", site.id())
                .getResultStream()
                .map(RememberedFlows::exchanges)
                .forEach(all::addAll);
        return all;
    }

    /**
     * Keeps those that are not kept yet, as far as there is room.
     *
     * @return how many of them are kept now
     */
    @Transactional(Transactional.TxType.MANDATORY)
    int keep(Site site, List<DatedExchange> benign) {
        Set<DatedExchange> there = of(site);
        int room = Math.max(0, config.quota().exchanges() - there.size());
        List<DatedExchange> fresh =
                benign.stream().filter(one -> !there.contains(one)).limit(room).toList();
        if (!fresh.isEmpty()) {
            entities.persist(new RememberedFlows(site, fresh));
        }
        return (int) benign.stream().filter(there::contains).count() + fresh.size();
    }
}
