// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

import io.talon.ctalvae.kernel.Kernel;
import io.talon.ctalvae.model.Core;
import io.talon.ctalvae.model.SiteModel;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/** The network on a kernel: the same steps whatever computes them. */
final class KernelEngine implements ScoringEngine {
    private final Kernel kernel;
    private final Map<Core, PackedCore> cores = Collections.synchronizedMap(new WeakHashMap<>());

    KernelEngine(Kernel kernel) {
        this.kernel = kernel;
    }

    Kernel kernel() {
        return kernel;
    }

    @Override
    public String name() {
        return kernel.name();
    }

    @Override
    public PreparedSite prepare(SiteModel model) {
        FiniteWeights.check(model);
        PackedCore core = cores.computeIfAbsent(model.core(), c -> new PackedCore(c, kernel));
        return new KernelSite(model, core, this);
    }

    @Override
    public BatchScorer newScorer() {
        return new KernelScorer(this);
    }
}
