// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.io;

import io.talon.ctalvae.model.AdaptorTensor;
import io.talon.ctalvae.model.CoreTensor;
import io.talon.ctalvae.relation.Relation;
import java.util.Locale;

/** What tensors are called in a file. */
final class TensorNames {
    static final String MEDIAN = "normaliser.median";
    static final String SCALE = "normaliser.scale";

    /** Not in files of sites that were taught before explanations went by services. */
    static final String SERVICES = "services.keys";

    static final String SERVICES_LOW = "services.low";
    static final String SERVICES_TYPICAL = "services.typical";
    static final String SERVICES_HIGH = "services.high";

    /** Curves are [2 × knots]: places, then values. */
    static final String LAST_FLOW = "calibration.last_flow";

    static final String SEQUENCE = "calibration.sequence";
    static final String NORM = "calibration.norm";
    static final String PROBABILITY = "calibration.probability";

    /** Only in files of a site with a memory, together with {@link #of(Relation)}. */
    static final String MEMORY_KEYS = "memory.keys";

    static final String MEMORY_COUNTS = "memory.counts";
    static final String WEIGHTS = "memory.weights";

    private TensorNames() {}

    static String of(Relation relation) {
        return "memory." + relation.name().toLowerCase(Locale.ROOT);
    }

    static String of(CoreTensor tensor) {
        return "core." + tensor.name().toLowerCase(Locale.ROOT);
    }

    static String of(AdaptorTensor tensor) {
        return "adaptor." + tensor.name().toLowerCase(Locale.ROOT);
    }
}
