// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.artifact;

import io.talon.adaptor.TalonConfig;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Makes the client of a store. Nothing is asked of the store yet. */
final class S3Connection {
    private static final Duration CONNECT = Duration.ofSeconds(2);

    /** Files have some hundred kilobytes. */
    private static final Duration ANSWER = Duration.ofSeconds(5);

    /**
     * Of a call with all its repetitions: somebody waits for it, and a row of the database does.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    private S3Connection() {}

    /** With the credentials that the SDK finds: environment, file, container or instance. */
    static S3Artifacts open(TalonConfig.S3 settings) {
        return open(settings, DefaultCredentialsProvider.create());
    }

    /**
     * With these.
     *
     * @throws IllegalStateException if a setting is missing
     */
    static S3Artifacts open(TalonConfig.S3 settings, AwsCredentialsProvider credentials) {
        S3Place place = S3Place.of(settings);
        return new S3Artifacts(client(settings, credentials), credentials, place);
    }

    private static S3Client client(TalonConfig.S3 settings, AwsCredentialsProvider credentials) {
        S3ClientBuilder builder =
                S3Client.builder()
                        .credentialsProvider(credentials)
                        .httpClientBuilder(
                                UrlConnectionHttpClient.builder()
                                        .connectionTimeout(CONNECT)
                                        .socketTimeout(ANSWER))
                        .overrideConfiguration(c -> c.apiCallTimeout(PATIENCE))
                        .forcePathStyle(
                                settings.pathStyle().orElse(settings.endpoint().isPresent()))
                        // What not every store understands; content is checked by its name.
                        .serviceConfiguration(c -> c.chunkedEncodingEnabled(false))
                        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        settings.endpoint().ifPresent(builder::endpointOverride);
        if (settings.region().isPresent()) {
            builder.region(Region.of(settings.region().get()));
        } else if (settings.endpoint().isPresent()) {
            builder.region(Region.US_EAST_1);
        }
        try {
            return builder.build();
        } catch (SdkClientException e) {
            throw new IllegalStateException(
                    "talon.artifacts.s3.region: "
                            + e.getMessage()
                            + "; set it to the bucket's region, or set"
                            + " talon.artifacts.s3.endpoint",
                    e);
        }
    }
}
