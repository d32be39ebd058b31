// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.artifact;

import io.talon.adaptor.TalonConfig;
import java.net.URI;
import java.util.Optional;

/** As they would be read. */
record S3Settings(
        Optional<String> bucket,
        Optional<URI> endpoint,
        Optional<String> region,
        Optional<String> prefix,
        Optional<Boolean> pathStyle)
        implements TalonConfig.S3 {

    static S3Settings of(String bucket, URI endpoint, String prefix) {
        return new S3Settings(
                Optional.ofNullable(bucket),
                Optional.ofNullable(endpoint),
                Optional.empty(),
                Optional.ofNullable(prefix),
                Optional.empty());
    }
}
