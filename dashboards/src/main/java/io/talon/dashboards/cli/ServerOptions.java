// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.cli;

import io.talon.dashboards.Credentials;
import io.talon.dashboards.TrustedAuthority;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which server, and who asks. */
final class ServerOptions {
    @Option(
            names = "--url",
            required = true,
            paramLabel = "URL",
            description = "Address of the server, for example http://127.0.0.1:9200.")
    private URI url;

    @Option(
            names = "--api-key-file",
            paramLabel = "FILE",
            description = {
                "File that holds the API key in its encoded form, where security is on.",
                "Also taken from the environment variable TALON_API_KEY."
            })
    private Path apiKeyFile;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description =
                    "User, in place of an API key; the password is in the environment variable"
                            + " TALON_PASSWORD.")
    private String user;

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description =
                    "Certificate of the authority that vouches for the server, as PEM, where it is"
                            + " one of your own.")
    private Path ca;

    URI url() {
        if (url.getHost() == null || !String.valueOf(url.getScheme()).matches("https?")) {
            throw new IllegalArgumentException(
                    "'%s' is no address of a server: give http://HOST:PORT or https://HOST:PORT"
                            .formatted(url));
        }
        return url;
    }

    Credentials credentials() throws IOException {
        return ca == null ? asker() : asker().trusting(TrustedAuthority.of(ca));
    }

    private Credentials asker() throws IOException {
        if (user != null) {
            String password = System.getenv("TALON_PASSWORD");
            if (password == null) {
                throw new IOException(
                        "--user needs the password in the environment variable TALON_PASSWORD");
            }
            return Credentials.user(user, password);
        }
        if (apiKeyFile == null) {
            String key = System.getenv("TALON_API_KEY");
            return key == null ? Credentials.none() : Credentials.apiKey(key);
        }
        return Credentials.apiKeyIn(apiKeyFile);
    }
}
