// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.nd4j;

import io.talon.ctalvae.score.BatchReconstructor;
import io.talon.ctalvae.score.EngineProvider;

/** The engine {@code nd4j}. Needs nd4j-native and one of its classifiers on the class path. */
public final class Nd4jProvider implements EngineProvider {
    @Override
    public String name() {
        return "nd4j";
    }

    @Override
    public BatchReconstructor newReconstructor() {
        return new Nd4jReconstructor();
    }
}
