// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards;

import java.util.List;

/**
 * What became of one asset.
 *
 * @param outcome what was done
 * @param replacedTypes field types that the server does not know and that were replaced with the
 *     basic type of the same family
 */
public record InstalledAsset(Asset asset, Outcome outcome, List<String> replacedTypes) {

    /** What an installation did. */
    public enum Outcome {
        /** There was none of this name. */
        CREATED,
        /** There was another of this name. */
        UPDATED,
        /** It was there already. */
        UNCHANGED,
        /** Somebody else's or changed by somebody: left as it is. */
        KEPT,
        /** It is gone. */
        REMOVED
    }
}
