// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.artifact;

import io.talon.adaptor.TalonConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import javax.sql.DataSource;

/** Which of them is used. */
class ArtifactsChoice {

    @Produces
    @ApplicationScoped
    Artifacts artifacts(TalonConfig config, DataSource database) {
        return config.artifacts()
                .directory()
                .<Artifacts>map(DirectoryArtifacts::new)
                .orElseGet(() -> new DatabaseArtifacts(database));
    }
}
