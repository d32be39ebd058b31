// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import io.talon.dashboards.Elasticsearch.Answer;
import io.talon.dashboards.InstalledTemplate.Outcome;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts Talon's templates into an Elasticsearch, 8.19 or 9.x, so that data streams get the right
 * field types when the first document arrives. Installing twice changes nothing. Thread-safe.
 */
public final class TemplateInstaller {
    private final Elasticsearch elasticsearch;

    /**
     * @param elasticsearch for example {@code http://127.0.0.1:9200}
     * @param apiKey encoded, as Elasticsearch gave it; empty where security is off
     */
    public TemplateInstaller(URI elasticsearch, Optional<String> apiKey) {
        this.elasticsearch = new Elasticsearch(elasticsearch, apiKey);
    }

    /**
     * Installs what is missing or different.
     *
     * @return what was done, in order
     * @throws IOException if the server cannot be reached, is of a version that Talon does not
     *     support, or refuses a template; those before it stay installed
     */
    public List<InstalledTemplate> install() throws IOException, InterruptedException {
        requireSupported();
        List<InstalledTemplate> done = new ArrayList<>();
        for (Template template : Template.all()) {
            done.add(install(template));
        }
        return done;
    }

    /** How the templates of the server stand to ours; changes nothing. */
    public Map<Template, TemplateState> compare() throws IOException, InterruptedException {
        Map<Template, TemplateState> states = new LinkedHashMap<>();
        for (Template template : Template.all()) {
            states.put(template, state(template));
        }
        return states;
    }

    /** Templates of others that take our data streams away from ours. */
    public List<RivalTemplate> rivals() throws IOException, InterruptedException {
        Answer answer = elasticsearch.get("/_index_template");
        if (!answer.isSuccess()) {
            throw elasticsearch.refused("list its index templates", answer);
        }
        return RivalTemplate.among(answer.json().path(Template.Kind.INDEX.listed));
    }

    /**
     * The version of the server.
     *
     * @throws IOException if it cannot be reached or is no Elasticsearch
     */
    public ServerVersion version() throws IOException, InterruptedException {
        Answer answer = elasticsearch.get("/_nodes/_local?filter_path=nodes.*.version");
        if (!answer.isSuccess()) {
            throw elasticsearch.refused("tell its version", answer);
        }
        return ServerVersion.parse(answer.json().findPath("version").asText());
    }

    private void requireSupported() throws IOException, InterruptedException {
        ServerVersion version = version();
        if (!version.isSupported()) {
            throw new IOException(
                    "Elasticsearch is "
                            + version
                            + "; Talon supports "
                            + ServerVersion.SUPPORTED
                            + ". Upgrade it first.");
        }
    }

    private InstalledTemplate install(Template template) throws IOException, InterruptedException {
        TemplateState state = state(template);
        if (state == TemplateState.SAME) {
            return new InstalledTemplate(template, Outcome.UNCHANGED, List.of());
        }
        List<String> replaced = put(template);
        Outcome outcome = state == TemplateState.MISSING ? Outcome.CREATED : Outcome.UPDATED;
        return new InstalledTemplate(template, outcome, replaced);
    }

    private List<String> put(Template template) throws IOException, InterruptedException {
        List<String> replaced = new ArrayList<>();
        JsonNode body = template.body();
        while (true) {
            Answer answer = elasticsearch.put(path(template), body);
            if (answer.isSuccess()) {
                return replaced;
            }
            String unknown =
                    FieldTypes.unknown(answer.json())
                            .filter(type -> !replaced.contains(type))
                            .orElse(null);
            if (unknown == null) {
                throw elasticsearch.refused("install " + template.name(), answer);
            }
            replaced.add(unknown);
            body = FieldTypes.without(body, unknown);
        }
    }

    private TemplateState state(Template template) throws IOException, InterruptedException {
        Answer answer = elasticsearch.get(path(template));
        if (answer.status() == 404) {
            return TemplateState.MISSING;
        }
        if (!answer.isSuccess()) {
            throw elasticsearch.refused("show " + template.name(), answer);
        }
        Template.Kind kind = template.kind();
        JsonNode held = answer.json().path(kind.listed).path(0).path(kind.field());
        return Comparison.covers(held, template.body())
                ? TemplateState.SAME
                : TemplateState.DIFFERENT;
    }

    private static String path(Template template) {
        return "/" + template.kind().path + "/" + template.name();
    }
}
