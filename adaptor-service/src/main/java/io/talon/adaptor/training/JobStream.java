// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.training;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.talon.adaptor.tenant.Caller;
import io.talon.adaptor.tenant.TenantWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Predicate;

/** A job as it goes on, from whichever instance runs it: read from the database now and then. */
@ApplicationScoped
class JobStream {
    private static final Duration EVERY = Duration.ofMillis(250);

    @Inject Jobs jobs;
    @Inject Caller caller;
    @Inject TenantWork tenants;

    /** Every change from {@code first} on; ends with the first view of a job that has ended. */
    Multi<JobView> of(String site, JobView first) {
        String tenant = caller.tenant();
        String name = caller.name();
        if (first.state().isEnded()) {
            return Multi.createFrom().item(first);
        }
        Multi<JobView> later =
                Multi.createFrom()
                        .ticks()
                        .every(EVERY)
                        .onOverflow()
                        .drop()
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .map(tick -> tenants.as(tenant, name, () -> jobs.one(site, first.id())));
        return Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item(first), later)
                .select()
                .first(new UntilEnded())
                .skip()
                .repetitions();
    }

    /** Lets everything through up to and with the first view of a job that has ended. */
    private static final class UntilEnded implements Predicate<JobView> {
        private boolean ended;

        @Override
        public boolean test(JobView job) {
            boolean before = ended;
            ended |= job.state().isEnded();
            return !before;
        }
    }
}
