// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.control;

import io.talon.control.v1.SiteSettings;
import io.talon.control.v1.Suppression;
import io.talon.job.flow.SiteId;
import io.talon.schema.control.SignedBytes;
import java.util.Optional;

/**
 * Whether a suppression or a site's settings can be used: well-formed, and signed by the trusted.
 */
public final class ControlCheck {

    /** Stands for any site where only the tenant's name is to be checked. */
    private static final String ANY_SITE = "any";

    private final TrustedSigners trusted;

    /** Believes these. */
    public ControlCheck(TrustedSigners trusted) {
        this.trusted = trusted;
    }

    /** What is wrong with the suppression, empty if nothing. */
    public Optional<String> problem(Suppression suppression) {
        try {
            String site = suppression.getSite();
            new SiteId(suppression.getTenant(), site == null ? ANY_SITE : site);
            SuppressionRule.of(suppression);
            return trusted.problem(
                    suppression.getKeyId(),
                    suppression.getSignature(),
                    SignedBytes.of(suppression));
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** What is wrong with the settings, empty if nothing. */
    public Optional<String> problem(SiteSettings settings) {
        try {
            new SiteId(settings.getTenant(), settings.getSite());
            double budget = settings.getAlertsPerDay();
            if (!(budget > 0) || Double.isInfinite(budget)) {
                return Optional.of("alerts_per_day %s is not above 0".formatted(budget));
            }
            return trusted.problem(
                    settings.getKeyId(), settings.getSignature(), SignedBytes.of(settings));
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }
}
