// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.tenant;

import io.talon.adaptor.problem.ProblemException;
import jakarta.enterprise.context.RequestScoped;

/**
 * Who sends the request that is being served. Known from the credential only, never from a path,
 * header or body. Nobody until {@link CredentialFilter} has seen one.
 */
@RequestScoped
public class Caller {
    private String tenant;
    private String name;
    private boolean admin;

    /** Makes the caller a tenant's. */
    void isTenant(String newTenant, String keyName) {
        tenant = newTenant;
        name = keyName;
    }

    /** Makes the caller whoever runs the service. */
    void isAdmin() {
        admin = true;
        name = "admin";
    }

    /** Whether there is a tenant. */
    boolean hasTenant() {
        return tenant != null;
    }

    /**
     * The tenant.
     *
     * @throws ProblemException if there is none: then nothing may be seen
     */
    public String tenant() {
        if (tenant == null) {
            throw ProblemException.forbidden(
                    "this needs a tenant, and the credential belongs to none",
                    "Use the API key of a tenant.");
        }
        return tenant;
    }

    /** What the credential is called, for the record. */
    public String name() {
        return name;
    }

    /**
     * Passes whoever runs the service.
     *
     * @throws ProblemException for anybody else
     */
    public void requireAdmin() {
        if (!admin) {
            throw ProblemException.forbidden(
                    "only the admin key may do this", "Ask whoever runs the service.");
        }
    }
}
