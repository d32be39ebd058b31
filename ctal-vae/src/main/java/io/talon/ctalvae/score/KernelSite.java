// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

import io.talon.ctalvae.kernel.Affine;
import io.talon.ctalvae.kernel.Kernel;
import io.talon.ctalvae.kernel.PaddedStatistics;
import io.talon.ctalvae.model.Adaptor;
import io.talon.ctalvae.model.Normaliser;
import io.talon.ctalvae.model.SiteModel;

/** A site's adaptor and statistics as a kernel reads them, with the core it belongs to. */
final class KernelSite extends PreparedSite {
    final PackedCore core;
    final Affine input;
    final Affine output;
    final PaddedStatistics statistics;

    /** Features per flow with filling; here too, for groups are made by it. */
    final int padded;

    KernelSite(SiteModel model, PackedCore core, KernelEngine engine) {
        super(model, engine);
        Kernel kernel = engine.kernel();
        this.core = core;
        Adaptor adaptor = model.site().adaptor();
        input = kernel.rest(adaptor.inputWeight(), adaptor.inputBias(), adaptor.width());
        output = kernel.rest(adaptor.outputWeight(), adaptor.outputBias(), adaptor.inner());
        padded = kernel.padded(adaptor.width());
        Normaliser normaliser = model.site().normaliser();
        statistics =
                new PaddedStatistics(
                        normaliser.median(), normaliser.scale(), padded, Normaliser.LIMIT);
    }

    /**
     * Reads the statistics and the beginning of everything else, each behind several objects: where
     * these are not in the cache, each waits for the one before. Several sites' can be waited for
     * at once.
     *
     * @return nothing of meaning; to be kept somewhere, or the reads are optimised away
     */
    int reach() {
        return input.reach() ^ output.reach() ^ statistics.fetch();
    }
}
