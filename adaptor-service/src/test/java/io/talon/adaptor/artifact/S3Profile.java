// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.artifact;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;

/** The service as a user of S3 starts it. */
public final class S3Profile implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(S3Store.class));
    }
}
