// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.sink;

import java.io.Serializable;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** Where documents go; travels to the task that opens it. Names secrets and holds none. */
public final class Target implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Set<String> SYSLOG = Set.of("tcp", "tls", "udp");

    private enum Kind {
        ELASTICSEARCH,
        OPENSEARCH,
        WEBHOOK,
        SYSLOG
    }

    private final Kind kind;
    private final ElasticsearchAccess access;
    private final String secretFile;

    private Target(Kind kind, ElasticsearchAccess access, String secretFile) {
        this.kind = kind;
        this.access = access;
        this.secretFile = secretFile;
    }

    /** Data streams in Elasticsearch. */
    public static Target elasticsearch(ElasticsearchAccess access) {
        return new Target(Kind.ELASTICSEARCH, access, null);
    }

    /** Data streams in OpenSearch, or whatever else speaks {@code _bulk}. */
    public static Target openSearch(ElasticsearchAccess access) {
        return new Target(Kind.OPENSEARCH, access, null);
    }

    /**
     * A POST of each document.
     *
     * @param authorizationFile file on every TaskManager with the value of the header {@code
     *     Authorization}; null for none
     */
    public static Target webhook(String url, String authorizationFile) {
        return new Target(Kind.WEBHOOK, ElasticsearchAccess.open(List.of(url)), authorizationFile);
    }

    /**
     * A syslog message in CEF for each document.
     *
     * @param url {@code tcp://host:port}, {@code tls://host:port} or {@code udp://host:port}
     * @throws IllegalArgumentException if it is none of these
     */
    public static Target syslog(String url) {
        URI address = URI.create(url);
        if (address.getScheme() == null
                || address.getHost() == null
                || !SYSLOG.contains(address.getScheme())) {
            throw new IllegalArgumentException(
                    "'%s' is no syslog server: give tcp://, tls:// or udp:// with host and port"
                            .formatted(url));
        }
        return new Target(Kind.SYSLOG, ElasticsearchAccess.open(List.of(url)), null);
    }

    Bulk open() {
        return switch (kind) {
            case ELASTICSEARCH -> new ElasticsearchBulk(access);
            case OPENSEARCH -> new OpenSearchBulk(access);
            case WEBHOOK -> new WebhookBulk(URI.create(access.urls().get(0)), secretFile);
            case SYSLOG -> new SyslogBulk(URI.create(access.urls().get(0)));
        };
    }

    /** Whether a document that it refuses can be kept there as a dead letter. */
    boolean keepsDeadLetters() {
        return kind == Kind.ELASTICSEARCH || kind == Kind.OPENSEARCH;
    }

    /** For messages. */
    @Override
    public String toString() {
        String name =
                switch (kind) {
                    case ELASTICSEARCH -> "Elasticsearch";
                    case OPENSEARCH -> "OpenSearch";
                    case WEBHOOK -> "the webhook";
                    case SYSLOG -> "the syslog server";
                };
        return name + " at " + String.join(", ", access.urls());
    }
}
