// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.talon.job.flow.Sha256;

/** The document of a site's health, for {@code metrics-talon.score-<tenant>}. */
public final class HealthDocument {

    private static final String ACTION = "site-health";

    private HealthDocument() {}

    /** The document. */
    public static Document of(SiteHealth health) {
        String id =
                Sha256.ofParts(
                        ACTION, health.tenant(), health.site(), health.at(), health.driftState());
        ObjectNode root = Json.object();
        root.put("@timestamp", health.at().toString());
        Json.dataStream(root, SampleDocument.METRICS, SampleDocument.DATASET, health.tenant());
        root.putObject("event")
                .put("kind", "metric")
                .put("module", "talon")
                .put("dataset", SampleDocument.DATASET)
                .put("action", ACTION)
                .put("id", id);
        root.putObject("organization").put("id", health.tenant());
        root.putObject("labels").put("site", health.site());
        ObjectNode talon = root.putObject("talon");
        talon.putObject("site").put("id", health.site());
        if (!health.adaptorVersion().isEmpty()) {
            talon.putObject("adaptor")
                    .put("version", health.adaptorVersion())
                    .put("maturity", health.maturity());
        }
        talon.putObject("health")
                .put("flows", health.flows())
                .put("late", health.late())
                .put("dead", health.dead())
                .put("suppressed", health.suppressed())
                .put("alerts", health.alerts())
                .putObject("total")
                .put("flows", health.allFlows())
                .put("late", health.allLate())
                .put("dead", health.allDead());
        talon.putObject("budget")
                .put("per_day", Math.round(health.budget()))
                .put("used_today", health.usedToday())
                .put("exhausted", health.usedToday() >= health.budget());
        ObjectNode drift = talon.putObject("drift").put("state", health.driftState());
        if (Double.isFinite(health.driftDistance())) {
            drift.put("distance", health.driftDistance());
        }
        return Json.document(
                root, SampleDocument.METRICS, SampleDocument.DATASET, health.tenant(), id);
    }
}
