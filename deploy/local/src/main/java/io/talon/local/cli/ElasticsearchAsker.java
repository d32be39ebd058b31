// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.cli;

import io.talon.dashboards.Credentials;
import io.talon.dashboards.TrustedAuthority;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Option;

/** As whom a command asks an Elasticsearch; secrets come from the environment. */
final class ElasticsearchAsker {
    static final String API_KEY = "TALON_ELASTICSEARCH_API_KEY";
    static final String PASSWORD = "TALON_PASSWORD";

    @Option(
            names = "--elasticsearch-key-file",
            paramLabel = "FILE",
            description = {
                "File that holds an API key for it in its encoded form.",
                "Also taken from the environment variable " + API_KEY + "."
            })
    private Path apiKeyFile;

    @Option(
            names = "--elasticsearch-user",
            paramLabel = "NAME",
            description =
                    "User there, in place of an API key; the password is in the environment"
                            + " variable "
                            + PASSWORD
                            + ".")
    private String user;

    @Option(
            names = "--elasticsearch-ca",
            paramLabel = "FILE",
            description =
                    "Certificate of the authority that vouches for it, as PEM, where it is one of"
                            + " your own.")
    private Path authority;

    /**
     * @throws IOException if certificate or key cannot be read or the user has no password
     */
    Credentials credentials(Map<String, String> environment) throws IOException {
        Credentials asker = asker(environment);
        return authority == null ? asker : asker.trusting(TrustedAuthority.of(authority));
    }

    private Credentials asker(Map<String, String> environment) throws IOException {
        if (user == null && apiKeyFile != null) {
            return Credentials.apiKeyIn(apiKeyFile);
        }
        if (user == null) {
            String apiKey = environment.get(API_KEY);
            return apiKey == null ? Credentials.none() : Credentials.apiKey(apiKey);
        }
        String password = environment.get(PASSWORD);
        if (password == null) {
            throw new IOException(
                    "--elasticsearch-user needs the password in the environment variable "
                            + PASSWORD);
        }
        return Credentials.user(user, password);
    }
}
