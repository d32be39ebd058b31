// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.credential;

import io.talon.adaptor.TalonConfig;
import io.talon.adaptor.problem.ProblemException;
import io.talon.adaptor.tenant.Identity;
import io.talon.adaptor.tenant.Names;
import io.talon.adaptor.tenant.Role;
import io.talon.adaptor.tenant.SignIn;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/**
 * Tokens of the OpenID Connect issuer that is configured. A token must be signed with a key that
 * the issuer publishes, be meant for us, not have expired, and name a tenant and a role.
 */
@ApplicationScoped
class Tokens {
    private static final Logger LOG = Logger.getLogger(Tokens.class);
    private static final int CLOCK_SKEW_SECONDS = 30;

    @Inject TalonConfig config;
    @Inject Issuer issuer;
    @Inject Tenants tenants;

    private JwtConsumer consumer;

    @PostConstruct
    void prepare() {
        TalonConfig.Oidc oidc = config.oidc();
        if (oidc.issuer().isPresent()) {
            consumer =
                    new JwtConsumerBuilder()
                            .setRequireExpirationTime()
                            .setRequireSubject()
                            .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
                            .setExpectedIssuer(oidc.issuer().get())
                            .setExpectedAudience(oidc.audience())
                            .setVerificationKeyResolver(issuer)
                            .setJwsAlgorithmConstraints(
                                    AlgorithmConstraints.ConstraintType.PERMIT,
                                    AlgorithmIdentifiers.RSA_USING_SHA256,
                                    AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
                                    AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
                                    AlgorithmIdentifiers.EDDSA)
                            .build();
        }
    }

    /**
     * Whose token it is.
     *
     * @throws ProblemException if it is not to be trusted, or names no tenant or role of ours
     */
    Identity identityOf(String token) {
        if (consumer == null) {
            throw ProblemException.unauthorized("this service takes no tokens", remedy());
        }
        try {
            return identity(consumer.processToClaims(token));
        } catch (InvalidJwtException | MalformedClaimException e) {
            LOG.debugf("A token was refused: %s", e.getMessage());
            if (isIssuerAway(e)) {
                throw ProblemException.unavailable(
                        "issuer-away",
                        "the issuer of tokens does not answer",
                        "Try again when it is back, or use an API key.");
            }
            throw ProblemException.unauthorized(
                    "the token is not valid here: wrong issuer, audience, signature or form, or it"
                            + " has expired",
                    "Get a new token of " + config.oidc().issuer().orElse("the issuer") + ".");
        }
    }

    private static boolean isIssuerAway(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    /** How to sign in here. */
    String remedy() {
        return "Send the header Authorization: ApiKey <key>"
                + config.oidc()
                        .issuer()
                        .map(name -> ", or Authorization: Bearer <token of " + name + ">.")
                        .orElse(".");
    }

    private Identity identity(JwtClaims claims) throws MalformedClaimException {
        TalonConfig.Oidc oidc = config.oidc();
        String tenant = claims.getStringClaimValue(oidc.tenantClaim());
        if (tenant == null || !tenant.matches(Names.TENANT) || !tenants.exists(tenant)) {
            throw ProblemException.forbidden(
                    "the token's claim " + oidc.tenantClaim() + " names no tenant of this service",
                    "Have the tenant made, or the claim corrected at the issuer.");
        }
        Role role =
                roles(claims, oidc.rolesClaim()).stream()
                        .map(Role::find)
                        .flatMap(Optional::stream)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(
                                () ->
                                        ProblemException.forbidden(
                                                "the token's claim "
                                                        + oidc.rolesClaim()
                                                        + " names no role of Talon",
                                                "Roles are viewer, analyst, approver, admin."));
        return new Identity(tenant, claims.getSubject(), role, Set.of(), SignIn.OIDC);
    }

    private static List<String> roles(JwtClaims claims, String name)
            throws MalformedClaimException {
        return claims.isClaimValueString(name)
                ? List.of(claims.getStringClaimValue(name))
                : claims.isClaimValueStringList(name)
                        ? claims.getStringListClaimValue(name)
                        : List.of();
    }
}
