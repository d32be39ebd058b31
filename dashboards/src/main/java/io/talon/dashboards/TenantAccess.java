// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.talon.dashboards.Elasticsearch.Answer;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a tenant's people and Talon itself may do with the tenant's data streams, and no others'.
 * Document-level security needs a paid licence, so tenants are held apart by the names of their
 * data streams. Thread-safe.
 */
public final class TenantAccess {
    private static final Pattern TENANT = Pattern.compile("[a-z0-9][a-z0-9_]{0,62}");

    private final Elasticsearch elasticsearch;
    private final String tenant;

    /** Who a key is for. */
    public enum Purpose {
        /** People and dashboards of the tenant: read. */
        READER(List.of("read", "view_index_metadata")),
        /** The job and the service: add documents, and make the data streams with the first. */
        WRITER(List.of("create_doc", "auto_configure"));

        private final List<String> privileges;

        Purpose(List<String> privileges) {
            this.privileges = privileges;
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param credentials of a user with the cluster privilege {@code manage_security};
     *     Elasticsearch lets no API key make another
     * @throws IllegalArgumentException if the tenant's name could reach another's data streams
     */
    public TenantAccess(URI elasticsearch, Credentials credentials, String tenant) {
        if (!TENANT.matcher(tenant).matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no tenant: give lower-case letters, digits and _, at most 63"
                            .formatted(tenant));
        }
        this.elasticsearch = new Elasticsearch(elasticsearch, credentials);
        this.tenant = tenant;
    }

    /** Name of the role and of the key. */
    public String name(Purpose purpose) {
        return "talon-" + tenant + "-" + purpose.word();
    }

    /**
     * Makes or replaces the role of the tenant's people; to be given to users, together with the
     * privileges of a Kibana space.
     *
     * @throws IOException if the server has no security or does not let us
     */
    public void putRole(Purpose purpose) throws IOException, InterruptedException {
        String name = name(purpose);
        require(
                elasticsearch.put("/_security/role/" + name, role(purpose)),
                "make the role " + name);
    }

    /** Whether there is a key of this purpose already. */
    public boolean hasKey(Purpose purpose) throws IOException, InterruptedException {
        String name = name(purpose);
        Answer answer =
                require(
                        elasticsearch.get("/_security/api_key?active_only=true&name=" + name),
                        "look for the API key " + name);
        return !answer.json().path("api_keys").isEmpty();
    }

    /**
     * Makes a key. The server shows it this once.
     *
     * @return the key in its encoded form
     */
    public String makeKey(Purpose purpose) throws IOException, InterruptedException {
        String name = name(purpose);
        ObjectNode body = new ObjectMapper().createObjectNode();
        body.put("name", name);
        body.putObject("role_descriptors").set(name, role(purpose));
        body.putObject("metadata").put("managed_by", "talon").put("tenant", tenant);
        return require(elasticsearch.post("/_security/api_key", body), "make the API key " + name)
                .json()
                .path("encoded")
                .asText();
    }

    private JsonNode role(Purpose purpose) {
        ObjectNode role = new ObjectMapper().createObjectNode();
        ObjectNode index = role.putArray("index").addObject();
        index.putArray("names").add("logs-talon.*-" + tenant).add("metrics-talon.*-" + tenant);
        purpose.privileges.forEach(index.putArray("privileges")::add);
        return role;
    }

    private Answer require(Answer answer, String what) throws IOException {
        if (answer.isUnknown()) {
            throw new IOException(
                    "this Elasticsearch cannot %s: %s. Security has to be on (xpack.security.enabled: true)."
                            .formatted(what, answer.problem()));
        }
        if (!answer.isSuccess() && answer.status() != 404) {
            throw elasticsearch.refused(what, answer);
        }
        return answer;
    }
}
