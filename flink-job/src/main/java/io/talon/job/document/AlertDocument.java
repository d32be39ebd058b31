// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.talon.alert.v1.Alert;
import io.talon.control.v1.Suppression;
import io.talon.job.flow.IpAddress;
import java.util.Locale;

/**
 * The ECS document of a step of an alert, for {@code logs-talon.anomaly-<tenant>}: that of the
 * anomaly which made the step, with what the episode amounts to. Only a step that should raise an
 * alert has {@code event.kind: alert}; the others are events, so that a SIEM does not pick them up
 * and a person finds them.
 */
public final class AlertDocument {

    private static final String OPENED = "opened";
    private static final String EXHAUSTED = "budget-exhausted";
    private static final int EXHAUSTED_SEVERITY = 73;

    private AlertDocument() {}

    /** The document. */
    public static Document of(Alert alert) {
        ObjectNode root =
                alert.getAnomaly() == null
                        ? bare(alert)
                        : AnomalyDocument.tree(alert.getAnomaly(), alert.getId());
        ObjectNode event = root.withObjectProperty("event");
        event.put("kind", raises(alert) ? "alert" : "event");
        if (!alert.getStep().equals(OPENED)) {
            event.put("action", "alert-" + alert.getStep());
        }
        if (!alert.getOutcome().equals("surfaced")) {
            root.putArray("tags").add(alert.getOutcome());
        }
        ObjectNode talon = root.withObjectProperty("talon");
        talon.withObjectProperty("anomaly")
                .put("group_id", alert.getGroupId())
                .put("group_count", alert.getCount());
        alert(talon.putObject("alert"), alert);
        if (alert.getAnomaly() != null) {
            ObjectNode sequence = talon.withObjectProperty("sequence");
            sequence.put("profile", alert.getAnomaly().getProfile());
            Json.binary(sequence, "values", alert.getAnomaly().getValues());
        }
        if (alert.getSuppression() != null) {
            suppression(talon.putObject("suppression"), alert.getSuppression());
        }
        return Json.document(
                root,
                AnomalyDocument.LOGS,
                AnomalyDocument.DATASET,
                alert.getTenant(),
                alert.getId());
    }

    /**
     * Whether somebody should look now. Not what a suppression or the budget holds back, and not
     * the end of an episode; a historical run tells what was, and wakes nobody.
     */
    public static boolean raises(Alert alert) {
        boolean speaks =
                switch (alert.getStep()) {
                    case OPENED, "escalated", EXHAUSTED -> true;
                    default -> false;
                };
        return speaks
                && alert.getOutcome().equals("surfaced")
                && alert.getRunMode().equals("streaming");
    }

    private static void alert(ObjectNode to, Alert alert) {
        to.put("step", alert.getStep()).put("outcome", alert.getOutcome());
        to.put("started", alert.getStarted().toString());
        to.put("worst_score", alert.getWorstScore());
        ArrayNode uids = to.putArray("uids");
        alert.getUids().forEach(uid -> uids.add(WireText.clean(uid)));
        if (alert.getBudget() != null) {
            to.put("budget_per_day", alert.getBudget());
        }
    }

    private static void suppression(ObjectNode to, Suppression suppression) {
        Json.text(to, "id", suppression.getId());
        Json.text(to, "owner", suppression.getOwner());
        Json.text(to, "reason", suppression.getReason());
        if (suppression.getExpires() != null) {
            to.put("expires", suppression.getExpires().toString());
        }
    }

    /** A step that no single anomaly made. */
    private static ObjectNode bare(Alert alert) {
        boolean exhausted = alert.getStep().equals(EXHAUSTED);
        ObjectNode root = Json.object();
        root.put("@timestamp", alert.getAt().toString());
        Json.dataStream(root, AnomalyDocument.LOGS, AnomalyDocument.DATASET, alert.getTenant());
        root.put("message", exhausted ? exhaustedMessage(alert) : closedMessage(alert));
        ObjectNode event = root.putObject("event");
        event.putArray("category").add("network").add("intrusion_detection");
        event.putArray("type").add("info");
        event.put("module", "talon").put("dataset", AnomalyDocument.DATASET);
        event.put("provider", "talon").put("id", alert.getId()).put("outcome", "unknown");
        event.put("start", alert.getStarted().toString()).put("end", alert.getAt().toString());
        event.put("severity", exhausted ? EXHAUSTED_SEVERITY : Severity.of(alert.getWorstScore()));
        event.put("risk_score", alert.getWorstScore());
        event.put("risk_score_norm", alert.getWorstScore());
        if (alert.getDestination() != null) {
            ObjectNode destination = root.putObject("destination");
            Json.text(destination, "address", alert.getDestination());
            IpAddress.parse(alert.getDestination())
                    .ifPresent(ip -> destination.put("ip", ip.text()));
        }
        root.putObject("organization").put("id", alert.getTenant());
        root.putObject("rule")
                .put("id", exhausted ? "talon.alert_budget" : "talon.sequence_anomaly")
                .put(
                        "name",
                        exhausted
                                ? "Alert budget of a site is used up"
                                : "CTAL-VAE network sequence anomaly")
                .put("ruleset", "talon")
                .put("version", "1");
        root.putObject("labels").put("site", alert.getSite());
        ObjectNode talon = root.putObject("talon");
        talon.putObject("site").put("id", alert.getSite());
        talon.putObject("run").put("mode", alert.getRunMode());
        return root;
    }

    private static String exhaustedMessage(Alert alert) {
        return "Site %s has used up its %s alerts of the day: from now until midnight UTC only critical anomalies raise an alert, all others are kept as events"
                .formatted(alert.getSite(), whole(alert.getBudget()));
    }

    private static String closedMessage(Alert alert) {
        return "No more unusual sequences to %s (site %s) after %d since %s"
                .formatted(
                        WireText.clean(alert.getDestination()),
                        alert.getSite(),
                        alert.getCount(),
                        alert.getStarted());
    }

    private static String whole(double number) {
        return number == Math.rint(number)
                ? Long.toString((long) number)
                : String.format(Locale.ROOT, "%.1f", number);
    }
}
