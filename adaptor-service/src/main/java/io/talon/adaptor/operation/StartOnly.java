// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.operation;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.talon.adaptor.TalonConfig;
import jakarta.enterprise.event.Observes;

/** Ends a service that the build has started only to archive the classes that it loads. */
class StartOnly {
    private StartOnly() {}

    static void started(@Observes StartupEvent event, TalonConfig config) {
        if (config.startOnly()) {
            Quarkus.asyncExit();
        }
    }
}
