// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.train;

import io.talon.ctalvae.model.Adaptor;
import io.talon.ctalvae.model.AdaptorTensor;
import io.talon.ctalvae.model.Core;
import io.talon.ctalvae.model.CoreShape;
import io.talon.ctalvae.model.CoreTensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** One tensor of core or adaptors. Exactly one of the two names is set. */
record WeightName(CoreTensor core, AdaptorTensor adaptor) {
    private static final List<WeightName> CORE =
            Arrays.stream(CoreTensor.values()).map(t -> new WeightName(t, null)).toList();
    private static final List<WeightName> ADAPTOR =
            Arrays.stream(AdaptorTensor.values()).map(t -> new WeightName(null, t)).toList();
    private static final List<WeightName> ALL =
            Stream.concat(CORE.stream(), ADAPTOR.stream()).toList();

    static List<WeightName> all() {
        return ALL;
    }

    static List<WeightName> ofAdaptors() {
        return ADAPTOR;
    }

    static WeightName of(CoreTensor tensor) {
        return CORE.get(tensor.ordinal());
    }

    static WeightName of(AdaptorTensor tensor) {
        return ADAPTOR.get(tensor.ordinal());
    }

    /** Place in {@link #all}. */
    int index() {
        return core != null ? core.ordinal() : CORE.size() + adaptor.ordinal();
    }

    /** Name of the variable in the graph. */
    String variable() {
        return core != null ? core.name() : "ADAPTOR_" + adaptor.name();
    }

    int rows(CoreShape shape, int width) {
        return core != null ? core.rows(shape) : adaptor.rows(width, shape.inner());
    }

    int columns(CoreShape shape, int width) {
        return core != null ? core.columns(shape) : adaptor.columns(width, shape.inner());
    }

    boolean bias() {
        return variable().endsWith("BIAS");
    }

    float[] of(Core values, Adaptor site) {
        return core != null ? values.tensor(core) : adaptor.of(site);
    }
}
