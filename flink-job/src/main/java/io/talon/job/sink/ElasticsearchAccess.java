// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.sink;

import java.io.Serializable;
import java.util.List;

/**
 * Where Elasticsearch is and who asks. Secrets are named and not held: the job graph, which Flink
 * shows to whoever may look at a job, has none, and each TaskManager reads its own.
 *
 * @param urls of nodes, {@code http://host:port} or {@code https://host:port}
 * @param apiKeyFile file that holds an API key as Elasticsearch gives it ({@code encoded}), read
 *     anew for every request so that it can be renewed; null: the variable {@link #API_KEY} of the
 *     TaskManager's environment, and without that no API key
 * @param username for basic authentication in place of an API key; null for none
 * @param passwordFile file that holds the user's password; null: the variable {@link #PASSWORD}
 * @param ca certificate of the authority that signed the server's, PEM; null: the JVM's own
 */
public record ElasticsearchAccess(
        List<String> urls, String apiKeyFile, String username, String passwordFile, String ca)
        implements Serializable {

    /** Variable of the environment that holds an API key. */
    public static final String API_KEY = "TALON_ELASTICSEARCH_API_KEY";

    /** Variable of the environment that holds the user's password. */
    public static final String PASSWORD = "TALON_ELASTICSEARCH_PASSWORD";

    public ElasticsearchAccess {
        urls = List.copyOf(urls);
    }

    /** Without security. */
    public static ElasticsearchAccess open(List<String> urls) {
        return new ElasticsearchAccess(urls, null, null, null, null);
    }
}
