// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.tenant;

import io.quarkus.runtime.StartupEvent;
import io.talon.adaptor.TalonConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

/** Makes a tenant with a given key at the start, where {@code talon demo} asks for it. */
@ApplicationScoped
class DemoTenant {
    private static final Logger LOG = Logger.getLogger(DemoTenant.class);

    @Inject TalonConfig config;
    @Inject Tenants tenants;

    void atStart(@Observes StartupEvent event) {
        TalonConfig.Demo demo = config.demo();
        if (demo.tenant().isPresent() && demo.key().isPresent()) {
            String tenant = demo.tenant().get();
            if (!tenant.matches(Names.TENANT)) {
                throw new IllegalStateException(
                        "talon.demo.tenant '" + tenant + "' " + Names.TENANT_ALLOWED);
            }
            tenants.create(tenant);
            tenants.addKey(tenant, "demo", new ApiKey(demo.key().get()));
            LOG.infof("Tenant %s has the key that talon.demo.key names", tenant);
        }
    }
}
