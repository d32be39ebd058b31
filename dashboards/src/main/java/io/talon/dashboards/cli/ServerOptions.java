// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
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

    URI url() {
        if (url.getHost() == null || !String.valueOf(url.getScheme()).matches("https?")) {
            throw new IllegalArgumentException(
                    "'%s' is no address of a server: give http://HOST:PORT or https://HOST:PORT"
                            .formatted(url));
        }
        return url;
    }

    Optional<String> apiKey() throws IOException {
        if (apiKeyFile == null) {
            return Optional.ofNullable(System.getenv("TALON_API_KEY"));
        }
        String key;
        try {
            key = Files.readString(apiKeyFile).strip();
        } catch (NoSuchFileException e) {
            throw new IOException(
                    "there is no file " + apiKeyFile + " to read the API key from", e);
        }
        if (!key.matches("[A-Za-z0-9_=+/-]+")) {
            throw new IOException(
                    apiKeyFile
                            + " holds no API key: give it in the encoded form that Elasticsearch"
                            + " answers with, on one line");
        }
        return Optional.of(key);
    }
}
