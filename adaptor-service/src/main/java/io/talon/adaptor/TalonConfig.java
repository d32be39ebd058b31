// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Every setting of the service that is not Quarkus' own. */
@ConfigMapping(prefix = "talon")
public interface TalonConfig {
    /** Where the embedded database lies. */
    Database database();

    /** What may be uploaded. */
    Adaptor adaptor();

    /** How releases are signed and sent. */
    Release release();

    /** The key that makes tenants; without one, nobody can. */
    Admin admin();

    /** A tenant for trying out, made at the start. */
    Demo demo();

    /** Where the embedded database lies. */
    interface Database {
        /** Its folder. */
        Path folder();
    }

    /** What may be uploaded. */
    interface Adaptor {
        /** The largest adaptor file; one is some hundred kilobytes. */
        @WithDefault("4M")
        MemorySize maxSize();
    }

    /** How releases are signed and sent. */
    interface Release {
        /** The Kafka topic. */
        @WithDefault("talon.control")
        String topic();

        /** The private key, PKCS #8 in PEM; made at the first start when the file is absent. */
        @WithDefault("${talon.database.folder}/release-key.pem")
        Path key();
    }

    /** The key that makes tenants. */
    interface Admin {
        /** The key itself; TALON_ADMIN_KEY in the environment. */
        Optional<String> key();
    }

    /** A tenant for trying out. */
    interface Demo {
        /** Its name; TALON_DEMO_TENANT in the environment. */
        Optional<String> tenant();

        /** Its API key; TALON_DEMO_KEY in the environment. */
        Optional<String> key();
    }
}
