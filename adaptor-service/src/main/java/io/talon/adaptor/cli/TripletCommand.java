// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code talon triplet}. */
@Command(
        name = "triplet",
        description = "Triplets: this flow is like that one, unlike a third.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class TripletCommand extends ApiCommand {

    @Command(name = "list", description = "All triplets.", mixinStandardHelpOptions = true)
    void list(@Mixin ServiceOptions service, @Parameters(paramLabel = "SITE") String site)
            throws IOException {
        list(
                service,
                api -> api.get(path(site) + "?limit=100"),
                "triplets",
                "id",
                "state",
                "anchor.uid",
                "positive.uid",
                "negative.uid",
                "origin",
                "createdBy");
    }

    @Command(
            name = "candidates",
            description = "Sequences worth a triplet.",
            mixinStandardHelpOptions = true)
    void candidates(
            @Mixin ServiceOptions service,
            @Parameters(paramLabel = "SITE") String site,
            @Option(
                            names = "--kind",
                            defaultValue = "proposed",
                            description =
                                    "anomalous, typical, diverse or proposed. Default: proposed.")
                    String kind,
            @Mixin ProposalOptions proposals)
            throws IOException {
        list(
                service,
                api ->
                        api.get(
                                "/sites/"
                                        + ApiClient.part(site)
                                        + "/candidates?kind="
                                        + ApiClient.part(kind)
                                        + proposals.query()),
                "candidates",
                "uid",
                "recordScore",
                "anomalous",
                "source",
                "destination",
                "destinationPort",
                "end");
    }

    @Command(
            name = "propose",
            description = "Takes the triplets that the service proposes.",
            mixinStandardHelpOptions = true)
    void propose(
            @Mixin ServiceOptions service,
            @Parameters(paramLabel = "SITE") String site,
            @Mixin ProposalOptions proposals)
            throws IOException {
        ApiClient api = service.client();
        JsonNode found =
                api.get(
                        "/sites/"
                                + ApiClient.part(site)
                                + "/candidates?kind=proposed"
                                + proposals.query());
        for (JsonNode proposal : found.path("proposals")) {
            api.post(
                    path(site),
                    body(
                            "anchor", text(proposal, "anchor"),
                            "positive", text(proposal, "positive"),
                            "negative", text(proposal, "negative"),
                            "note", "proposed by the service"));
        }
        list(service, site);
    }

    @Command(name = "add", description = "Says a triplet.", mixinStandardHelpOptions = true)
    void add(
            @Mixin ServiceOptions service,
            @Parameters(paramLabel = "SITE") String site,
            @Option(
                            names = "--anchor",
                            required = true,
                            description = "uid of an ordinary flow, or an anomaly that is none.")
                    String anchor,
            @Option(names = "--positive", description = "uid of another ordinary flow.")
                    String positive,
            @Option(names = "--negative", description = "uid of an anomalous flow, or an anomaly.")
                    String negative,
            @Option(names = "--note", description = "Anything.") String note)
            throws IOException {
        one(
                service,
                api ->
                        api.post(
                                path(site),
                                body(
                                        "anchor", anchor,
                                        "positive", positive,
                                        "negative", negative,
                                        "note", note)));
    }

    @Command(
            name = "accept",
            description = "Accepts a proposed triplet.",
            mixinStandardHelpOptions = true)
    void accept(
            @Mixin ServiceOptions service,
            @Parameters(paramLabel = "SITE") String site,
            @Parameters(paramLabel = "ID") String id)
            throws IOException {
        one(service, api -> api.post(path(site) + "/" + ApiClient.part(id) + "/accept", body()));
    }

    @Command(name = "delete", description = "Takes one back.", mixinStandardHelpOptions = true)
    void delete(
            @Mixin ServiceOptions service,
            @Parameters(paramLabel = "SITE") String site,
            @Parameters(paramLabel = "ID") String id)
            throws IOException {
        one(service, api -> api.delete(path(site) + "/" + ApiClient.part(id)));
    }

    private static String path(String site) {
        return "/sites/" + ApiClient.part(site) + "/triplets";
    }

    private static String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.path(field).asText() : null;
    }
}
