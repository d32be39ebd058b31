// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards;

import java.util.List;

/**
 * What an installation finds and would do.
 *
 * @param features of the server
 * @param assets every asset that fits it, in the order of installation
 * @param findings what stands in the way or will not work
 */
public record InstallPlan(
        ServerFeatures features,
        List<PlannedAsset> assets,
        List<TalonStream> streams,
        List<Finding> findings) {

    public InstallPlan {
        assets = List.copyOf(assets);
        streams = List.copyOf(streams);
        findings = List.copyOf(findings);
    }

    /** Whether documents would go wrong. */
    public boolean hasErrors() {
        return findings.stream().anyMatch(finding -> finding.level() == Finding.Level.ERROR);
    }

    /** Whether nothing but force gets further: documents would go wrong, or work be lost. */
    public boolean isBlocked() {
        return hasErrors() || assets.stream().anyMatch(asset -> asset.state().needsForce());
    }

    /** Whether something of our names is not ours: documents would be indexed by its rules. */
    public boolean holdsForeign() {
        return assets.stream().anyMatch(asset -> asset.state() == AssetState.FOREIGN);
    }
}
