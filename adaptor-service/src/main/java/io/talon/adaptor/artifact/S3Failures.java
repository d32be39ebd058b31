// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.artifact;

import io.talon.adaptor.problem.ProblemException;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Says what is wrong with a store, why, and what to do: to the log all of it. */
final class S3Failures {
    private static final Logger LOG = Logger.getLogger(S3Failures.class);

    private static final String RIGHTS = "s3:ListBucket, s3:GetObject and s3:PutObject";
    private static final String WHERE_CREDENTIALS =
            "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, a file named by"
                    + " AWS_SHARED_CREDENTIALS_FILE, or the role of container or instance";

    private final S3Place place;

    S3Failures(S3Place place) {
        this.place = place;
    }

    /** Of a request about an object. */
    RuntimeException of(String doing, String key, SdkException cause) {
        if (cause instanceof NoSuchKeyException) {
            return new IllegalStateException(
                    place.address(key)
                            + " is not there; bring it back from a backup or an older version, or"
                            + " reject the adaptor and teach again",
                    cause);
        }
        return ofAny("cannot " + doing + " " + place.address(key), cause);
    }

    /** Of a request about the bucket: the answer to it has no body that would tell more. */
    RuntimeException ofBucket(SdkException cause) {
        return ofAny("cannot use bucket " + place.bucket() + " at " + place.store(), cause);
    }

    IllegalStateException noCredentials(SdkException cause) {
        return new IllegalStateException(
                "talon.artifacts.s3: no credentials for "
                        + place.store()
                        + "; give the service "
                        + WHERE_CREDENTIALS
                        + " ("
                        + cause.getMessage()
                        + ")",
                cause);
    }

    IllegalStateException changed(String key) {
        return new IllegalStateException(
                place.address(key)
                        + " was changed; bring it back from a backup or an older version, or"
                        + " reject the adaptor and teach again");
    }

    private RuntimeException ofAny(String what, SdkException cause) {
        if (cause instanceof NoSuchBucketException) {
            return mistake(
                    what, "there is no such bucket", "make it, or set another bucket", cause);
        }
        int status = cause instanceof S3Exception answer ? answer.statusCode() : 0;
        return switch (status) {
            case 301, 307, 400 ->
                    mistake(
                            what,
                            cause.getMessage(),
                            "set talon.artifacts.s3.region and .path-style as the store wants them",
                            cause);
            case 401, 403 ->
                    mistake(
                            what,
                            "the credentials are refused: " + cause.getMessage(),
                            "give the service some that may " + RIGHTS + ": " + WHERE_CREDENTIALS,
                            cause);
            case 404 -> mistake(what, cause.getMessage(), "make it, or set another bucket", cause);
            default -> away(cause);
        };
    }

    private static IllegalStateException mistake(
            String what, String reason, String remedy, SdkException cause) {
        return new IllegalStateException(
                "talon.artifacts.s3: " + what + ": " + reason + "; " + remedy, cause);
    }

    private ProblemException away(SdkException cause) {
        LOG.errorf(
                "talon.artifacts.s3: %s does not answer as it should: %s; look whether it runs, and"
                        + " whether talon.artifacts.s3.endpoint is right. Until then no adaptor can"
                        + " be trained, promoted, imported or exported",
                place.store(), cause.getMessage());
        return ProblemException.unavailable(
                "artifacts-away",
                "the store of adaptor files does not answer",
                "Try again, and tell whoever runs the service.");
    }
}
