// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.credential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.talon.adaptor.TalonConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.Key;
import java.time.Duration;
import java.util.List;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * The keys of the configured issuer, found by its discovery document when the first token comes.
 * They are fetched again when they are old, or when a token names one that is not among them.
 */
@ApplicationScoped
class Issuer implements VerificationKeyResolver {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject TalonConfig config;
    @Inject ObjectMapper json;

    private volatile VerificationKeyResolver keys;

    @Override
    public Key resolveKey(JsonWebSignature signature, List<JsonWebStructure> nesting)
            throws UnresolvableKeyException {
        try {
            return keys().resolveKey(signature, nesting);
        } catch (IOException e) {
            throw new UnresolvableKeyException(
                    "the issuer's discovery document cannot be read: " + e.getMessage(), e);
        }
    }

    private VerificationKeyResolver keys() throws IOException {
        if (keys == null) {
            keys = new HttpsJwksVerificationKeyResolver(new HttpsJwks(keySet().toString()));
        }
        return keys;
    }

    private URI keySet() throws IOException {
        String issuer = config.oidc().issuer().orElseThrow();
        URI discovery =
                URI.create(
                        issuer
                                + (issuer.endsWith("/") ? "" : "/")
                                + ".well-known/openid-configuration");
        try {
            HttpResponse<byte[]> answer =
                    HttpClient.newBuilder()
                            .connectTimeout(PATIENCE)
                            .build()
                            .send(
                                    HttpRequest.newBuilder(discovery).timeout(PATIENCE).build(),
                                    HttpResponse.BodyHandlers.ofByteArray());
            JsonNode document = json.readTree(answer.body());
            if (answer.statusCode() != 200
                    || !document.path("issuer").asText().equals(issuer)
                    || !document.hasNonNull("jwks_uri")) {
                throw new IOException(discovery + " is no discovery document of " + issuer);
            }
            return URI.create(document.get("jwks_uri").asText());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
