// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.release;

import io.talon.adaptor.adaptor.AdaptorState;
import io.talon.adaptor.adaptor.Approvals;
import io.talon.adaptor.adaptor.StoredAdaptor;
import io.talon.adaptor.problem.ProblemException;
import io.talon.adaptor.site.Site;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What must be true of an adaptor before it may run. */
@ApplicationScoped
class PromotionRules {
    @Inject Approvals approvals;

    /**
     * @throws ProblemException if the adaptor was rejected, its report card failed, or a second
     *     person is missing
     */
    void check(Site site, StoredAdaptor adaptor) {
        checkShadow(adaptor);
        if (adaptor.isFailed()) {
            throw ProblemException.conflict(
                    "report-card-failed",
                    "the report card of adaptor " + adaptor.version() + " failed",
                    "Read its reasons, mend the triplets or the benign flows, and train again.");
        }
        if (site.needsSecondPerson() && !approvals.hasSecondPerson(adaptor)) {
            throw ProblemException.conflict(
                    "second-person-needed",
                    "site '" + site.name() + "' wants the approval of somebody else",
                    "Have an approver who neither made nor promotes the adaptor approve it.");
        }
    }

    void checkShadow(StoredAdaptor adaptor) {
        if (adaptor.state() == AdaptorState.REJECTED) {
            throw ProblemException.conflict(
                    "adaptor-rejected",
                    "adaptor " + adaptor.version() + " was rejected",
                    "Train another one.");
        }
    }
}
