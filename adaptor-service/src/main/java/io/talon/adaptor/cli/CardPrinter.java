// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Locale;

/** Prints a report card for people: the verdict, every reason in full, before and after. */
final class CardPrinter {
    private final PrintWriter out;

    CardPrinter(PrintWriter out) {
        this.out = out;
    }

    void print(JsonNode card) {
        line("%s, compared with %s", text(card, "verdict"), text(card, "parent"));
        for (JsonNode reason : card.path("reasons")) {
            line("  %-5s %s", text(reason, "verdict"), text(reason, "text"));
        }
        line("");
        change(card, "benign", "false alarms, benign flows held out");
        change(card, "negatives", "found among the triplets' negatives");
        change(card, "injected", "found among injected anomalies");
        change(card, "guard", "found among known attacks");
        history(card);
        for (JsonNode triplet : card.path("influence")) {
            line(
                    "triplet %s: false alarms %+.1f %%, found %+.1f %%%s",
                    text(triplet, "triplet"),
                    100 * triplet.path("benignAlarms").asDouble(),
                    100 * triplet.path("found").asDouble(),
                    triplet.path("harmful").asBoolean() ? ", does harm" : "");
        }
        out.flush();
    }

    private void change(JsonNode card, String name, String meaning) {
        JsonNode both = card.path(name);
        if (both.isObject()) {
            line(
                    "%-37s %s, before %s",
                    meaning, share(both.path("after")), share(both.path("before")));
        }
    }

    private void history(JsonNode card) {
        JsonNode history = card.path("history");
        if (history.hasNonNull("note")) {
            line("the last %s days: not known, %s", text(history, "days"), text(history, "note"));
        } else {
            line(
                    "the last %s days: %s alerts of %s sequences, %s by what runs now",
                    text(history, "days"),
                    text(history, "candidate"),
                    text(history, "sequences"),
                    text(history, "active"));
        }
    }

    private static String share(JsonNode share) {
        return String.format(
                Locale.ROOT,
                "%d of %d (%.1f %%)",
                share.path("count").asInt(),
                share.path("of").asInt(),
                100 * share.path("share").asDouble());
    }

    private static String text(JsonNode node, String field) {
        return Printer.plain(node.path(field).asText("-"));
    }

    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values).stripTrailing());
    }
}
