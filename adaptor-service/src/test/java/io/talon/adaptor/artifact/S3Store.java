// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.artifact;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.talon.it.s3.S3Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A real S3-compatible store beside the service under test, with credentials in a file. */
public final class S3Store implements QuarkusTestResourceLifecycleManager {
    private static final String BUCKET = "adaptors";
    private static final String PREFIX = "talon";

    /** As AWS_SHARED_CREDENTIALS_FILE, for a JVM that runs already. */
    private static final String CREDENTIALS = "aws.sharedCredentialsFile";

    private S3Node node;
    private Path credentials;

    @Override
    public Map<String, String> start() {
        try {
            node = new S3Node("talon", "of-one-test", BUCKET);
            credentials =
                    Files.writeString(
                            Files.createTempFile("talon-s3", ".credentials"),
                            """
                            [default]
                            aws_access_key_id = talon
                            aws_secret_access_key = of-one-test
                            """);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.setProperty(CREDENTIALS, credentials.toString());
        String s3 = "talon.artifacts.s3.";
        return Map.of(
                s3 + "bucket", BUCKET,
                s3 + "endpoint", node.endpoint().toString(),
                s3 + "prefix", PREFIX);
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(
                node.bucket(BUCKET).resolve(PREFIX), new TestInjector.MatchesType(Path.class));
    }

    @Override
    public void stop() {
        System.clearProperty(CREDENTIALS);
        node.close();
        try {
            Files.delete(credentials);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
