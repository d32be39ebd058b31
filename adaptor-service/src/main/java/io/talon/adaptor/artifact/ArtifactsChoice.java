// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.artifact;

import io.quarkus.runtime.StartupEvent;
import io.talon.adaptor.TalonConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import javax.sql.DataSource;

/** Which of them is used. */
class ArtifactsChoice {

    @Produces
    @ApplicationScoped
    Artifacts artifacts(TalonConfig config, DataSource database) {
        return choose(config.artifacts(), database);
    }

    void close(@Disposes Artifacts artifacts) throws Exception {
        if (artifacts instanceof AutoCloseable open) {
            open.close();
        }
    }

    /** What is set wrongly ends the start, not the first training. */
    void atStart(@Observes StartupEvent event, Artifacts artifacts) {
        artifacts.check();
    }

    /**
     * The classes of the SDK are loaded only where S3 is set.
     *
     * @throws IllegalStateException if the settings contradict each other
     */
    static Artifacts choose(TalonConfig.Artifacts settings, DataSource database) {
        boolean directory = settings.directory().isPresent();
        boolean s3 = settings.s3().bucket().isPresent();
        if (directory && s3) {
            throw new IllegalStateException(
                    "talon.artifacts.directory and talon.artifacts.s3.bucket are both set, and"
                            + " adaptor files lie in one place; unset one of them");
        }
        if (!s3 && settings.s3().endpoint().isPresent()) {
            throw new IllegalStateException(
                    "talon.artifacts.s3.endpoint is set, but no bucket; set"
                            + " talon.artifacts.s3.bucket, or unset the endpoint");
        }
        if (s3) {
            return S3Connection.open(settings.s3());
        }
        return settings.directory()
                .<Artifacts>map(DirectoryArtifacts::new)
                .orElseGet(() -> new DatabaseArtifacts(database));
    }
}
