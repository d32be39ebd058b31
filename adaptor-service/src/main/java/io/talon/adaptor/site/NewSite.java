// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.site;

import io.talon.adaptor.tenant.Names;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;

/**
 * A site to be.
 *
 * @param profile which features its flows have; default zeek-conn-v1
 * @param alertBudget alerts per day that its analysts can look at; default 10
 * @param secondPerson whether a promotion needs the approval of somebody else; default no
 */
record NewSite(
        @NotNull @Pattern(regexp = Names.SITE, message = Names.SITE_ALLOWED) String name,
        String profile,
        @Positive @DecimalMax("1000000") Double alertBudget,
        @Valid Observer observer,
        Boolean secondPerson) {
    private static final String DEFAULT_PROFILE = "zeek-conn-v1";
    private static final double DEFAULT_BUDGET = 10;

    NewSite {
        profile = profile == null ? DEFAULT_PROFILE : profile;
        alertBudget = alertBudget == null ? Double.valueOf(DEFAULT_BUDGET) : alertBudget;
        secondPerson = secondPerson != null && secondPerson;
    }
}
