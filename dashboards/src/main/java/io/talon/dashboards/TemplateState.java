// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards;

/** How a template on a server stands to ours. */
public enum TemplateState {
    /** There is none of this name. */
    MISSING,
    /** There is one of this name that says something else. */
    DIFFERENT,
    /** It says what ours says. */
    SAME
}
