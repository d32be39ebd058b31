// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.simulated;

/**
 * How one attack family of one site and draw was told from the site's benign flows.
 *
 * @param site name of the site
 * @param family label of the family
 * @param draw which triplets
 * @param flows flows of the family in the test part
 * @param before AUROC of the shipped model as it is
 * @param after AUROC after adaptation
 * @param l2 AUROC of the sequence's mean square with the site's statistics, without any model
 * @param found share of the family's flows above the threshold, after adaptation
 */
public record FamilyResult(
        String site,
        String family,
        int draw,
        int flows,
        double before,
        double after,
        double l2,
        double found) {}
