// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.talon.simulator.Episode;
import io.talon.simulator.Simulation;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Collection;
import java.util.List;

/** The ground truth as one JSON document. */
final class Truth {

    private final Simulation simulation;
    private final List<SiteTally> sites;

    Truth(Simulation simulation, List<SiteTally> sites) {
        this.simulation = simulation;
        this.sites = sites;
    }

    /**
     * @param uids whether every episode lists the uids of its flows
     */
    String json(boolean uids) throws IOException {
        StringWriter out = new StringWriter();
        try (JsonGenerator json =
                new JsonFactory().createGenerator(out).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeNumberField("seed", simulation.seed());
            json.writeStringField("start", simulation.start().toString());
            json.writeStringField("duration", simulation.duration().toString());
            json.writeArrayFieldStart("sites");
            for (SiteTally site : sites) {
                site(json, site, uids);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return out.append('\n').toString();
    }

    private static void site(JsonGenerator json, SiteTally tally, boolean uids) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", tally.site().name());
        json.writeStringField("kind", tally.site().kind().label());
        // The document of record can be moved together with the logs beside it.
        int parts = tally.file().getNameCount();
        json.writeStringField(
                "file", (uids ? tally.file().subpath(parts - 2, parts) : tally.file()).toString());
        json.writeNumberField("flows", tally.flows());
        json.writeNumberField("benign", tally.flows() - tally.malicious());
        json.writeNumberField("malicious", tally.malicious());
        json.writeNumberField("destinations", tally.destinations());
        if (tally.flows() > 0) {
            json.writeStringField("first", tally.first().toString());
            json.writeStringField("last", tally.last().toString());
        }
        json.writeArrayFieldStart("episodes");
        for (EpisodeTally episode : tally.episodes()) {
            episode(json, episode, uids);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void episode(JsonGenerator json, EpisodeTally tally, boolean uids)
            throws IOException {
        Episode episode = tally.episode();
        json.writeStartObject();
        json.writeNumberField("number", episode.number());
        json.writeStringField("family", episode.family().label());
        json.writeStringField("from", episode.from().toString());
        json.writeStringField("until", episode.until().toString());
        json.writeNumberField("intensity", episode.attack().intensity());
        json.writeNumberField("flows", tally.uids().size());
        if (uids) {
            strings(json, "attackers", tally.attackers());
            strings(json, "targets", tally.targets());
            strings(json, "uids", tally.uids());
        } else {
            json.writeNumberField("attackers", tally.attackers().size());
            json.writeNumberField("targets", tally.targets().size());
        }
        json.writeEndObject();
    }

    private static void strings(JsonGenerator json, String name, Collection<String> values)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
