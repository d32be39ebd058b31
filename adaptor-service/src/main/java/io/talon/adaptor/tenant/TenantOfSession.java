// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.tenant;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.hibernate.orm.runtime.tenant.TenantResolver;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/**
 * Tells Hibernate whose rows a session may see: it adds the tenant to every query. Without a tenant
 * a session cannot be opened.
 */
@PersistenceUnitExtension("h2")
@PersistenceUnitExtension("postgresql")
@RequestScoped
class TenantOfSession implements TenantResolver {
    /** Belongs to nobody: names of tenants begin with a letter or digit. */
    private static final String NOBODY = "-";

    @Inject Caller caller;

    @Override
    public String getDefaultTenantId() {
        return NOBODY;
    }

    @Override
    public String resolveTenantId() {
        return caller.tenant();
    }
}
