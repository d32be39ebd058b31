// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.talon.adaptor.adaptor.SiteModels;
import io.talon.adaptor.model.KnownModels;
import io.talon.adaptor.search.IndexedSequences;
import io.talon.adaptor.sequence.FlowSequence;
import io.talon.adaptor.sequence.Sequences;
import io.talon.adaptor.site.Site;
import io.talon.ctalvae.calibrate.Calibration;
import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.report.Examination;
import io.talon.ctalvae.report.Influence;
import io.talon.ctalvae.report.ReportCard;
import io.talon.ctalvae.score.Scorer;
import io.talon.ctalvae.sequence.Sequence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Makes report cards: the model module's examination, and what the site's last days say. */
@ApplicationScoped
class CardMaker {
    private static final int HISTORY_DAYS = 7;

    @Inject SiteModels models;
    @Inject KnownModels bases;
    @Inject MaterialFinder materials;
    @Inject ObjectMapper json;

    /**
     * A card, ready to be stored.
     *
     * @param verdict pass, warn or fail
     * @param text the card as JSON
     */
    record Card(String verdict, String text) {}

    /**
     * What a candidate is judged on.
     *
     * @param network what its network's errors mean without the site's memory; null if not known
     * @param triplets ids, in the order of the influences
     * @param seconds that training took so far
     */
    record Case(
            SiteModel candidate,
            Calibration network,
            List<Sequence> held,
            List<Sequence> negatives,
            List<Influence> influence,
            List<UUID> triplets,
            List<List<Double>> loss,
            double seconds) {}

    Card make(Site site, Case judged) {
        long started = System.nanoTime();
        SiteModel active = models.active(site);
        ReportCard card =
                examination(judged.candidate(), active)
                        .examine(
                                judged.candidate(),
                                judged.network(),
                                judged.held(),
                                judged.negatives(),
                                judged.influence(),
                                judged.loss());
        ObjectNode all = json.valueToTree(card);
        lowerCase(all);
        nameTriplets(all, judged.triplets());
        all.set("history", history(site, active, judged.candidate()));
        all.putObject("budget").put("alertsPerDay", site.alertBudget());
        all.put("seconds", judged.seconds() + (System.nanoTime() - started) / 1e9);
        return new Card(all.path("verdict").asText(), all.toString());
    }

    /** By the model that the candidate was made for, against what runs now. */
    private Examination examination(SiteModel candidate, SiteModel active) {
        SiteModel base = bases.find(candidate.modelSha256()).orElseThrow();
        // Between adaptors of cores of other widths there is no distance to tell.
        boolean comparable = active.core().shape().inner() == base.core().shape().inner();
        return new Examination(base, comparable ? active : base);
    }

    private ObjectNode history(Site site, SiteModel active, SiteModel candidate) {
        IndexedSequences.Answer lately = materials.lately(site, HISTORY_DAYS);
        ObjectNode history = json.createObjectNode().put("days", HISTORY_DAYS);
        List<Sequence> seen =
                lately.found().stream()
                        .map(Sequences::flows)
                        .map(FlowSequence::sequence)
                        .filter(s -> s.profile().equals(candidate.profile().id()))
                        .toList();
        history.put("sequences", seen.size());
        if (seen.isEmpty()) {
            return history.put(
                    "note",
                    switch (lately.state()) {
                        case "off" -> "this service is not connected to Elasticsearch";
                        case "away" -> "Elasticsearch did not answer";
                        default -> "no sampled sequence of the site is in Elasticsearch";
                    });
        }
        return history.put("active", alerts(active, seen))
                .put("candidate", alerts(candidate, seen));
    }

    private static long alerts(SiteModel model, List<Sequence> seen) {
        Scorer scorer = model.newScorer();
        return seen.stream().filter(s -> scorer.score(s).anomalous()).count();
    }

    private static void lowerCase(ObjectNode card) {
        card.put("verdict", card.path("verdict").asText().toLowerCase(Locale.ROOT));
        for (JsonNode reason : card.withArray("reasons")) {
            ((ObjectNode) reason)
                    .put("verdict", reason.path("verdict").asText().toLowerCase(Locale.ROOT));
        }
    }

    private static void nameTriplets(ObjectNode card, List<UUID> triplets) {
        for (JsonNode influence : card.withArray("influence")) {
            int index = influence.path("triplet").asInt();
            ((ObjectNode) influence).put("triplet", triplets.get(index).toString());
        }
    }
}
