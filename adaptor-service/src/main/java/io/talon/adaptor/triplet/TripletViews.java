// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.triplet;

import io.talon.adaptor.page.Page;
import io.talon.adaptor.page.Paging;
import io.talon.adaptor.sequence.SequenceView;
import io.talon.adaptor.sequence.SequenceViews;
import io.talon.adaptor.site.Site;
import io.talon.adaptor.site.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Triplets as analysts see them. */
@ApplicationScoped
class TripletViews {
    @Inject Sites sites;
    @Inject Triplets triplets;
    @Inject SequenceViews sequences;

    @Transactional
    Page<TripletView> page(String siteName, String state, Paging paging) {
        Site site = sites.find(siteName);
        Page<StoredTriplet> page = triplets.page(site, state, paging);
        Set<String> uids =
                page.items().stream().flatMap(t -> t.uids().stream()).collect(Collectors.toSet());
        Map<String, SequenceView> views = sequences.named(site, uids);
        return page.map(t -> TripletView.of(t, views));
    }

    @Transactional
    TripletView one(String siteName, UUID id) {
        Site site = sites.find(siteName);
        StoredTriplet triplet = triplets.find(site, id);
        return TripletView.of(triplet, sequences.named(site, triplet.uids()));
    }
}
