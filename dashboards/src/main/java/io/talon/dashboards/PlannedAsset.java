// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards;

import java.util.List;

/**
 * What an installation would do about one asset.
 *
 * @param state how the server's stands to ours
 * @param differences in what; empty if it is missing or the same
 */
public record PlannedAsset(Asset asset, AssetState state, List<Difference> differences) {

    public PlannedAsset {
        differences = List.copyOf(differences);
    }

    /** Whether the server's is to be replaced or made. */
    boolean isToBeSent(boolean force) {
        return state != AssetState.SAME && (force || !state.needsForce());
    }
}
