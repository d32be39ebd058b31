// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.release;

import io.talon.adaptor.page.Cursor;
import io.talon.adaptor.page.Page;
import io.talon.adaptor.page.Paging;
import io.talon.adaptor.site.Site;
import io.talon.adaptor.site.Sites;
import io.talon.schema.control.ReleaseRole;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.Session;

/** What ran when. */
@ApplicationScoped
class ReleaseHistory {
    @Inject Session entities;
    @Inject Sites sites;

    /** Releases of a site, newest first. */
    @Transactional
    Page<ReleaseView> page(String siteName, Paging paging) {
        Site site = sites.find(siteName);
        Cursor.Place before = Cursor.place(paging.cursor);
        List<SiteRelease> found =
                entities.createQuery(
                                "from SiteRelease where site = :site and (released < :time"
                                        + " or released = :time and id < :id)"
                                        + " order by released desc, id desc",
                                SiteRelease.class)
                        .setParameter("site", site.id())
                        .setParameter("time", before.time())
                        .setParameter("id", before.id())
                        .setMaxResults(paging.limit + 1)
                        .getResultList();
        return Page.of(found, paging.limit, r -> Cursor.of(r.released, r.id))
                .map(r -> ReleaseView.of(site, r));
    }

    boolean any(Site site, String role) {
        return !newest(site, role, 1).isEmpty();
    }

    SiteRelease last(Site site, String role) {
        return newest(site, role, 1).get(0);
    }

    /** The newest active release of something else than what is active. */
    Optional<SiteRelease> before(Site site) {
        Long now =
                site.activeAdaptor().isPresent()
                        ? Long.valueOf(site.activeAdaptor().getAsLong())
                        : null;
        List<SiteRelease> all = newest(site, ReleaseRole.ACTIVE, Integer.MAX_VALUE);
        Optional<SiteRelease> other =
                all.stream().filter(r -> !Objects.equals(r.adaptor, now)).findFirst();
        boolean onlyThisEver = other.isEmpty() && !all.isEmpty() && now != null;
        return onlyThisEver ? Optional.of(baseBefore(site)) : other;
    }

    /** Before its first release a site runs the base model. */
    private static SiteRelease baseBefore(Site site) {
        return new SiteRelease(site.id(), ReleaseRole.ACTIVE, 0, null, null, null);
    }

    private List<SiteRelease> newest(Site site, String role, int most) {
        return entities.createQuery(
                        "from SiteRelease where site = :site and role = :role order by number desc",
                        SiteRelease.class)
                .setParameter("site", site.id())
                .setParameter("role", role)
                .setMaxResults(most)
                .getResultList();
    }
}
