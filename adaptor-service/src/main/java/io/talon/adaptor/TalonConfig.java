// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every setting of the service that is not Quarkus' own. */
@ConfigMapping(prefix = "talon")
public interface TalonConfig {
    /** Where the embedded database lies. */
    Database database();

    /** What may be uploaded. */
    Adaptor adaptor();

    /** Base models that may be released. */
    Model model();

    /** How releases are signed and sent. */
    Release release();

    /** The key that makes tenants; without one, nobody can. */
    Admin admin();

    /** Tenants for trying out, made at the start. */
    Demo demo();

    /** Whose tokens are accepted. */
    Oidc oidc();

    /** Where adaptors, report cards and logs are kept, and how many. */
    Artifacts artifacts();

    /** How much a tenant may ask for. */
    Quota quota();

    /** How adaptors are trained. */
    Training training();

    /** Bundles of other services. */
    Bundle bundle();

    /** Where the job's results are read. */
    Elasticsearch elasticsearch();

    /** Whether it ends once it has started: the build looks which classes a start needs. */
    @WithDefault("false")
    boolean startOnly();

    /** Where the embedded database lies. */
    interface Database {
        /** Its folder. */
        Path folder();
    }

    /** What may be uploaded. */
    interface Adaptor {
        /**
         * The largest adaptor file; one is some hundred kilobytes. It travels in one record, and a
         * topic of Kafka takes none above 1 MiB unless its max.message.bytes says otherwise: one
         * that is not taken would hold up all that is released after it.
         */
        @WithDefault("1000K")
        MemorySize maxSize();
    }

    /** Base models that may be released. */
    interface Model {
        /** The largest file; one is some 230 kB. As {@link Adaptor#maxSize}. */
        @WithDefault("1000K")
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

    /** Tenants for trying out. */
    interface Demo {
        /** A tenant's name; TALON_DEMO_TENANT in the environment. */
        Optional<String> tenant();

        /** Its API key; TALON_DEMO_KEY in the environment. */
        Optional<String> key();

        /** More of them: API key by name. */
        Map<String, String> keys();
    }

    /** Whose tokens are accepted. */
    interface Oidc {
        /** The issuer, as its tokens name it; none: no tokens. */
        Optional<String> issuer();

        /** Whom tokens must be meant for. */
        @WithDefault("talon")
        String audience();

        /** The claim that holds the tenant. */
        @WithDefault("talon_tenant")
        String tenantClaim();

        /** The claim that holds the roles. */
        @WithDefault("talon_roles")
        String rolesClaim();
    }

    /** Where adaptor files are kept: in the database unless one of the two is set. */
    interface Artifacts {
        /** A folder, shared by all instances. */
        Optional<Path> directory();

        /** A bucket of an S3-compatible store. */
        S3 s3();
    }

    /**
     * A bucket of an S3-compatible store. Credentials are not among the settings: they are found as
     * by every program that uses the AWS SDK.
     */
    interface S3 {
        /** Its name; none: S3 is not used. */
        Optional<String> bucket();

        /** Where the store answers, {@code https://host:port}; none: AWS. */
        Optional<URI> endpoint();

        /**
         * Its region; none: as the SDK finds it, or {@code us-east-1} where there is an endpoint.
         */
        Optional<String> region();

        /** What the names of all objects begin with. */
        Optional<String> prefix();

        /**
         * Whether the bucket stands in the path, not in the host; none: where there is an endpoint.
         */
        Optional<Boolean> pathStyle();
    }

    /** How much a tenant may ask for. */
    interface Quota {
        /** Sites of a tenant. */
        @WithDefault("1000")
        int sites();

        /** Sequences kept for a site. */
        @WithDefault("5000")
        int sequences();

        /** Declared-benign flows of a site, beside those, that leave only who talked to whom. */
        @WithDefault("100000")
        int exchanges();

        /** Triplets of a site. */
        @WithDefault("500")
        int triplets();

        /** Jobs of a tenant that wait or run. */
        @WithDefault("10")
        int jobs();

        /** Adaptors of a site. */
        @WithDefault("200")
        int adaptors();

        /** The largest log that may be uploaded at once. */
        @WithDefault("16M")
        MemorySize logSize();
    }

    /** How adaptors are trained. */
    interface Training {
        /** Jobs at the same time. */
        @WithDefault("1")
        int workers();

        /** How long an instance may be silent before another takes its job over. */
        @WithDefault("30s")
        Duration lease();

        /** Whether training is rehearsed once flows or a triplet were added; costs some CPU. */
        @WithDefault("true")
        boolean warmUp();
    }

    /** Bundles of other services. */
    interface Bundle {
        /** Public keys in PEM whose bundles are imported, beside our own. */
        Optional<List<Path>> trustedKeys();
    }

    /** Where the job's results are read. */
    interface Elasticsearch {
        /** Nodes, {@code http://host:port}; none: no candidates and anomalies from there. */
        Optional<List<String>> urls();

        /** An API key of Elasticsearch that may read the tenants' data streams. */
        Optional<String> apiKey();

        /** The certificate of the authority that signed the nodes', in PEM. */
        Optional<Path> certificate();

        /** How often feedback is collected. */
        @WithDefault("5m")
        Duration feedbackEvery();
    }
}
