// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.credential;

import io.quarkus.runtime.StartupEvent;
import io.talon.adaptor.TalonConfig;
import io.talon.adaptor.tenant.Names;
import io.talon.adaptor.tenant.Role;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Makes tenants with given keys at the start, where {@code talon demo} asks for them. */
class DemoTenants {
    private static final Logger LOG = Logger.getLogger(DemoTenants.class);

    @Inject TalonConfig config;
    @Inject Tenants tenants;
    @Inject ApiKeys keys;

    @ActivateRequestContext
    void atStart(@Observes StartupEvent event) {
        TalonConfig.Demo demo = config.demo();
        if (demo.tenant().isPresent() && demo.key().isPresent()) {
            make(demo.tenant().get(), demo.key().get());
        }
        for (Map.Entry<String, String> tenant : demo.keys().entrySet()) {
            make(tenant.getKey(), tenant.getValue());
        }
    }

    private void make(String tenant, String key) {
        if (!tenant.matches(Names.TENANT)) {
            throw new IllegalStateException(
                    "talon.demo: tenant '" + tenant + "' " + Names.TENANT_ALLOWED);
        }
        tenants.create(tenant);
        keys.add(
                tenant,
                new KeyWish("demo", Role.ADMIN, List.of(), null),
                "operator",
                new ApiKey(key));
        LOG.infof("Tenant %s has the key that talon.demo names", tenant);
    }
}
