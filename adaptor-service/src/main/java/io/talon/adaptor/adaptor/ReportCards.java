// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.adaptor;

import io.talon.adaptor.problem.ProblemException;
import io.talon.adaptor.site.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** The report cards of adaptors, as JSON. */
@ApplicationScoped
class ReportCards {
    @Inject Sites sites;
    @Inject Adaptors adaptors;

    /**
     * The report card of an adaptor.
     *
     * @throws ProblemException if it has none: it was uploaded to an older version of the service
     */
    @Transactional
    String of(String site, long version) {
        String card = adaptors.find(sites.find(site), version).reportCard;
        if (card == null) {
            throw ProblemException.notFound("report card of adaptor " + version);
        }
        return card;
    }
}
