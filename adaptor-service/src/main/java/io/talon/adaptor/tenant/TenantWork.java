// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.tenant;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext;
import io.quarkus.arc.ManagedContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Work for a tenant that no request asks for now: training, feedback, a stream of progress. Whose
 * work it is comes from a row that a request of that tenant wrote.
 */
@ApplicationScoped
public class TenantWork {
    @Inject Caller caller;

    /**
     * Does work in a request context of its own, whose caller is the tenant.
     *
     * @param name who asked for it, for the record
     */
    public <T> T as(String tenant, String name, Supplier<T> work) {
        ManagedContext requests = Arc.container().requestContext();
        InjectableContext.ContextState outer = requests.getStateIfActive();
        if (outer != null) {
            requests.deactivate();
        }
        requests.activate();
        try {
            caller.is(new Identity(tenant, name, Role.ANALYST, Set.of(), SignIn.API_KEY));
            return work.get();
        } finally {
            requests.terminate();
            if (outer != null) {
                requests.activate(outer);
            }
        }
    }
}
