// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.cli;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import picocli.CommandLine.Option;

/** Which service, and as whom. */
final class ServiceOptions {
    private static final String DEFAULT_URL = "http://127.0.0.1:8090";

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The service. Default: TALON_URL, the profile's url, or " + DEFAULT_URL)
    private String url;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description =
                    "The API key. Better in TALON_KEY or a profile: others on this machine see what"
                            + " stands in a command line.")
    private String key;

    @Option(names = "--profile", paramLabel = "FILE", description = "A file with url=… and key=….")
    private Path profile;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table or json (one document on standard output). Default: table.")
    private OutputFormat format;

    /** How results are printed. */
    enum OutputFormat {
        table,
        json
    }

    boolean isJson() {
        return format == OutputFormat.json;
    }

    ApiClient client() throws IOException {
        Properties stored = new Properties();
        if (profile != null) {
            try (Reader reader = Files.newBufferedReader(profile)) {
                stored.load(reader);
            }
        }
        String address =
                first(url, System.getenv("TALON_URL"), stored.getProperty("url"), DEFAULT_URL);
        String secret = first(key, System.getenv("TALON_KEY"), stored.getProperty("key"), null);
        if (secret == null) {
            throw new IOException("no API key: set TALON_KEY, --profile or --key");
        }
        return new ApiClient(URI.create(address), secret);
    }

    private static String first(String... values) {
        for (String value : values) {
            if (value != null && !value.isBlank()) {
                return value.strip();
            }
        }
        return null;
    }
}
