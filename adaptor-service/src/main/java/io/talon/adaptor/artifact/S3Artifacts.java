// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.artifact;

import io.talon.adaptor.problem.ProblemException;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * In a bucket of an S3-compatible store. An object appears whole or not at all. One whose
 * transaction failed stays behind, unused.
 *
 * <p>Where the store does not answer in time, a {@link ProblemException} says so; what somebody has
 * to mend is an {@link IllegalStateException}.
 */
final class S3Artifacts implements Artifacts, AutoCloseable {
    private final S3Client client;
    private final AwsCredentialsProvider credentials;
    private final S3Place place;
    private final S3Failures failures;

    S3Artifacts(S3Client client, AwsCredentialsProvider credentials, S3Place place) {
        this.client = client;
        this.credentials = credentials;
        this.place = place;
        this.failures = new S3Failures(place);
    }

    /** A store that is away may come back: the log has it, and the service starts. */
    @Override
    public void check() {
        try {
            credentials.resolveCredentials();
        } catch (SdkException e) {
            throw failures.noCredentials(e);
        }
        try {
            client.headBucket(request -> request.bucket(place.bucket()));
        } catch (SdkException e) {
            RuntimeException failure = failures.ofBucket(e);
            if (!(failure instanceof ProblemException)) {
                throw failure;
            }
        }
    }

    @Override
    public void put(String tenant, String sha256, byte[] content) {
        String key = place.key(tenant, sha256);
        try {
            if (!isThere(key, content.length)) {
                client.putObject(
                        request -> request.bucket(place.bucket()).key(key),
                        RequestBody.fromBytes(content));
            }
        } catch (SdkException e) {
            throw failures.of("write", key, e);
        }
    }

    @Override
    public byte[] get(String tenant, String sha256) {
        String key = place.key(tenant, sha256);
        byte[] content;
        try {
            content =
                    client.getObjectAsBytes(request -> request.bucket(place.bucket()).key(key))
                            .asByteArrayUnsafe();
        } catch (SdkException e) {
            throw failures.of("read", key, e);
        }
        if (!Sha256.of(content).equals(sha256)) {
            throw failures.changed(key);
        }
        return content;
    }

    @Override
    public void close() {
        client.close();
    }

    /** One of another size was cut or overwritten: writing it again mends it. */
    private boolean isThere(String key, int size) {
        try {
            return client.headObject(request -> request.bucket(place.bucket()).key(key))
                            .contentLength()
                    == size;
        } catch (NoSuchKeyException e) {
            return false;
        }
    }
}
