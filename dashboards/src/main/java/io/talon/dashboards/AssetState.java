// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards;

/** How something on a server stands to ours of the same name. */
public enum AssetState {
    /** There is none of this name. */
    MISSING,
    /** It says what ours says. */
    SAME,
    /** It is an earlier version of ours, untouched. */
    OUTDATED,
    /** It is a later version than ours. */
    NEWER,
    /** It is ours, but somebody changed it. */
    CHANGED,
    /** It is somebody else's. */
    FOREIGN;

    /** Whether replacing it would undo what somebody else did. */
    public boolean needsForce() {
        return this == NEWER || this == CHANGED || this == FOREIGN;
    }
}
