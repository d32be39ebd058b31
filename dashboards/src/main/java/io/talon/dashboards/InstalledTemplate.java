// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards;

import java.util.List;

/**
 * What became of one template.
 *
 * @param outcome what was done
 * @param replacedTypes field types that the server does not know and that were replaced with the
 *     basic type of the same family
 */
public record InstalledTemplate(Template template, Outcome outcome, List<String> replacedTypes) {

    /** What an installation did with a template. */
    public enum Outcome {
        /** There was none of this name. */
        CREATED,
        /** There was another of this name. */
        UPDATED,
        /** It was there already. */
        UNCHANGED
    }
}
