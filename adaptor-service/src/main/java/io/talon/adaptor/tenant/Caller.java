// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.tenant;

import io.talon.adaptor.problem.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/**
 * Who sends the request that is being served. Known from the credential only, never from a path,
 * header or body. Nobody until the credential was checked.
 */
@RequestScoped
public class Caller {
    private Identity identity;
    private boolean operator;

    /** Makes the caller a tenant's; for whoever checked the credential. */
    public void is(Identity checked) {
        identity = checked;
    }

    /** Makes the caller whoever runs the service; for whoever checked the credential. */
    public void isOperator() {
        operator = true;
    }

    /** Who it is; empty for the operator and for nobody. */
    public Optional<Identity> identity() {
        return Optional.ofNullable(identity);
    }

    /** Whether it is whoever runs the service. */
    public boolean operates() {
        return operator;
    }

    /**
     * The tenant.
     *
     * @throws ProblemException if there is none: then nothing may be seen
     */
    public String tenant() {
        if (identity == null) {
            throw ProblemException.forbidden(
                    "this needs a tenant, and the credential belongs to none",
                    "Use the API key of a tenant.");
        }
        return identity.tenant();
    }

    /** What the credential is called, for the record. */
    public String name() {
        return identity == null ? "operator" : identity.name();
    }

    /** Whether the credential reaches a site of its tenant. */
    public boolean reaches(String site) {
        return identity != null && (identity.sites().isEmpty() || identity.sites().contains(site));
    }

    void require(Role role) {
        tenant();
        if (!identity.role().covers(role)) {
            throw ProblemException.forbidden(
                    "this needs the role "
                            + role.word()
                            + ", and the credential has "
                            + identity.role().word(),
                    "Use a credential with that role, or ask an admin of your tenant.");
        }
    }

    void requireOperator() {
        if (!operator) {
            throw ProblemException.forbidden(
                    "only the operator's key may do this", "Ask whoever runs the service.");
        }
    }
}
