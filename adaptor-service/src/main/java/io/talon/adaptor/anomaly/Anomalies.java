// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.anomaly;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.talon.adaptor.page.Cursor;
import io.talon.adaptor.page.Page;
import io.talon.adaptor.page.Paging;
import io.talon.adaptor.problem.ProblemException;
import io.talon.adaptor.search.IndexedAnomalies;
import io.talon.adaptor.site.Site;
import io.talon.adaptor.site.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** The anomalies of a site, with their marks. */
@ApplicationScoped
class Anomalies {
    private static final String SEPARATOR = "\n";

    @Inject Session entities;
    @Inject Sites sites;
    @Inject IndexedAnomalies indexed;

    @Transactional
    Page<AnomalyView> page(String siteName, int days, Double minScore, Paging paging) {
        Site site = sites.find(siteName);
        List<String> after =
                paging.cursor == null
                        ? List.of()
                        : List.of(Cursor.key(paging.cursor, "").split(SEPARATOR));
        List<IndexedAnomalies.Indexed> found =
                indexed.newest(siteName, days, minScore, after, paging.limit + 1);
        Page<IndexedAnomalies.Indexed> page =
                Page.of(found, paging.limit, i -> Cursor.of(String.join(SEPARATOR, i.sort())));
        Map<String, MarkView> marks =
                marks(site, page.items().stream().map(i -> id(i.document())).toList());
        return page.map(i -> AnomalyView.of(i.document(), marks.get(id(i.document()))));
    }

    @Transactional
    AnomalyView one(String siteName, String id) {
        Site site = sites.find(siteName);
        ObjectNode document =
                indexed.find(siteName, id)
                        .orElseThrow(() -> ProblemException.notFound("anomaly '" + id + "'"));
        return AnomalyView.of(document, marks(site, List.of(id)).get(id));
    }

    private Map<String, MarkView> marks(Site site, List<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : entities.createQuery(
                                "from AnomalyMark where site = :site and anomaly in :ids",
                                AnomalyMark.class)
                        .setParameter("site", site.id())
                        .setParameter("ids", ids)
                        .getResultStream()
                        .collect(Collectors.toMap(m -> m.anomaly, MarkView::of));
    }

    private static String id(ObjectNode document) {
        return document.at("/event/id").asText();
    }
}
