// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.credential;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** An issuer of tokens: discovery document, published key, RS256. */
public final class TestIssuer implements QuarkusTestResourceLifecycleManager {
    private static final int RSA_BITS = 2048;

    private HttpServer server;
    private RsaJsonWebKey key;

    @Override
    public Map<String, String> start() {
        try {
            key = RsaJwkGenerator.generateJwk(RSA_BITS);
            key.setKeyId("test-key");
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            serve("/.well-known/openid-configuration", this::discovery);
            serve("/keys", () -> new JsonWebKeySet(key).toJson());
            server.start();
            return Map.of("talon.oidc.issuer", issuer());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(new Tokens(this), new TestInjector.MatchesType(Tokens.class));
    }

    /** Makes tokens. */
    static final class Tokens {
        private final TestIssuer issuer;

        Tokens(TestIssuer issuer) {
            this.issuer = issuer;
        }

        JwtClaims claims(String tenant, String role) {
            JwtClaims claims = new JwtClaims();
            claims.setIssuer(issuer.issuer());
            claims.setAudience("talon");
            claims.setSubject("ann@example.org");
            claims.setExpirationTimeMinutesInTheFuture(5);
            claims.setClaim("talon_tenant", tenant);
            claims.setStringListClaim("talon_roles", "something-else", role);
            return claims;
        }

        String signed(JwtClaims claims) {
            return sign(claims, issuer.key);
        }

        /** Signed with a key of the same name that the issuer does not publish. */
        String forged(JwtClaims claims) {
            try {
                RsaJsonWebKey other = RsaJwkGenerator.generateJwk(RSA_BITS);
                other.setKeyId(issuer.key.getKeyId());
                return sign(claims, other);
            } catch (JoseException e) {
                throw new IllegalStateException(e);
            }
        }

        private static String sign(JwtClaims claims, RsaJsonWebKey key) {
            try {
                JsonWebSignature signature = new JsonWebSignature();
                signature.setPayload(claims.toJson());
                signature.setKey(key.getPrivateKey());
                signature.setKeyIdHeaderValue(key.getKeyId());
                signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
                return signature.getCompactSerialization();
            } catch (JoseException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private interface Content {
        String get();
    }

    private void serve(String path, Content content) {
        server.createContext(
                path,
                exchange -> {
                    byte[] body = content.get().getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
    }

    private String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private String discovery() {
        return "{\"issuer\":\"" + issuer() + "\",\"jwks_uri\":\"" + issuer() + "/keys\"}";
    }
}
