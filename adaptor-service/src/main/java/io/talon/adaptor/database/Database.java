// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.database;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.InjectableInstance;
import io.quarkus.hibernate.orm.PersistenceUnit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.hibernate.Session;

/**
 * Quarkus fixes the kind of a database when it builds. Both kinds are built in, one is active: the
 * profile {@code postgresql} turns the one on and the other off. Everybody else injects without a
 * qualifier and gets the active one.
 */
class Database {
    @Inject
    @DataSource("postgresql")
    InjectableInstance<AgroalDataSource> postgresql;

    @Inject
    @DataSource("h2")
    InjectableInstance<AgroalDataSource> h2;

    @Inject
    @PersistenceUnit("postgresql")
    InjectableInstance<Session> postgresqlSession;

    @Inject
    @PersistenceUnit("h2")
    InjectableInstance<Session> h2Session;

    /**
     * Agroal's type, not {@code javax.sql}'s: its proxy is made in the type's package, and a
     * package of the JDK takes none where one class loader has all of the service, as an archive of
     * its classes needs.
     */
    @Produces
    @ApplicationScoped
    AgroalDataSource dataSource() {
        return isPostgresql() ? postgresql.get() : h2.get();
    }

    /** A proxy: it stands for the session of whatever transaction is going on. */
    @Produces
    @ApplicationScoped
    Session session() {
        return isPostgresql() ? postgresqlSession.get() : h2Session.get();
    }

    private boolean isPostgresql() {
        return postgresql.getHandle().getBean().isActive();
    }
}
