// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.cli;

import picocli.CommandLine.Option;

/** How triplets are proposed. */
final class ProposalOptions {
    @Option(
            names = "--strategy",
            paramLabel = "NAME",
            defaultValue = "busy",
            description =
                    "How triplets are proposed: busy (ordinary pairs of busy destinations, unlike"
                            + " the most surprising), noise, tails, injected or clusters (as talon"
                            + " evaluate triplets compares them). Default: ${DEFAULT-VALUE}.")
    private String strategy;

    String query() {
        return "&strategy=" + ApiClient.part(strategy);
    }
}
