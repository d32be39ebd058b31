// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.artifact;

import io.talon.adaptor.TalonConfig;
import java.net.URI;

/**
 * Where in a store.
 *
 * @param bucket a bucket that is there
 * @param prefix what names begin with: empty, or ending with a slash
 * @param store how messages call the store
 */
record S3Place(String bucket, String prefix, String store) {

    /**
     * As it is set.
     *
     * @throws IllegalStateException if the endpoint is no address of a server
     */
    static S3Place of(TalonConfig.S3 settings) {
        settings.endpoint().ifPresent(S3Place::requireServer);
        String prefix = settings.prefix().orElse("").replaceAll("^/+|/+$", "");
        return new S3Place(
                settings.bucket().orElseThrow(),
                prefix.isEmpty() ? "" : prefix + "/",
                settings.endpoint().map(URI::toString).orElse("AWS S3"));
    }

    /** The name of an object: a folder for each tenant. */
    String key(String tenant, String sha256) {
        return prefix + tenant + "/" + Sha256.require(sha256);
    }

    /** The object, for messages. */
    String address(String key) {
        return "s3://" + bucket + "/" + key + " at " + store;
    }

    private static void requireServer(URI endpoint) {
        boolean http = "http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme());
        if (!http || endpoint.getHost() == null) {
            throw new IllegalStateException(
                    "talon.artifacts.s3.endpoint: "
                            + endpoint
                            + " is no address of a store; write https://host:port");
        }
    }
}
