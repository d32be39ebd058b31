// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.sink;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.apache.http.HttpRequest;
import org.apache.http.HttpRequestInterceptor;
import org.apache.http.protocol.HttpContext;

/** Puts the credentials on each request, as they are at that moment. Thread-safe. */
final class Authorization implements HttpRequestInterceptor {

    private final ElasticsearchAccess access;
    private final Map<String, String> environment;

    Authorization(ElasticsearchAccess access, Map<String, String> environment) {
        this.access = access;
        this.environment = environment;
    }

    @Override
    public void process(HttpRequest request, HttpContext context) throws IOException {
        Optional<String> header = header();
        if (header.isPresent()) {
            request.setHeader("Authorization", header.get());
        }
    }

    /**
     * The header's value, empty without credentials.
     *
     * @throws IOException names the file that cannot be read
     */
    Optional<String> header() throws IOException {
        if (access.username() != null) {
            String password = secret(access.passwordFile(), ElasticsearchAccess.PASSWORD);
            if (password == null) {
                throw new IOException(
                        "user %s of Elasticsearch has no password: give --elasticsearch.password-file or set %s"
                                .formatted(access.username(), ElasticsearchAccess.PASSWORD));
            }
            byte[] pair = (access.username() + ":" + password).getBytes(StandardCharsets.UTF_8);
            return Optional.of("Basic " + Base64.getEncoder().encodeToString(pair));
        }
        String key = secret(access.apiKeyFile(), ElasticsearchAccess.API_KEY);
        return Optional.ofNullable(key).map(k -> "ApiKey " + k);
    }

    private String secret(String file, String variable) throws IOException {
        if (file == null) {
            return environment.get(variable);
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new IOException("secret file %s cannot be read: %s".formatted(file, e), e);
        }
    }
}
