// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

/** A scorer that does everything in one pass. */
abstract class OnePassScorer implements BatchScorer {

    /**
     * Measures every sequence.
     *
     * @param calibrated whether to calibrate, too
     * @param details receives what explains those that it chooses; may be null
     */
    abstract void run(SequenceBatch batch, boolean calibrated, ReconstructionDetails details);

    @Override
    public void score(SequenceBatch batch) {
        run(batch, true, null);
    }

    @Override
    public void score(SequenceBatch batch, ReconstructionDetails details) {
        details.begin(batch);
        run(batch, true, details);
    }

    @Override
    public void measure(SequenceBatch batch) {
        run(batch, false, null);
    }

    @Override
    public void measure(SequenceBatch batch, ReconstructionDetails details) {
        details.begin(batch);
        run(batch, false, details);
    }
}
