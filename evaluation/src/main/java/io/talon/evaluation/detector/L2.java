// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.detector;

/**
 * Mean squared distance from the site's centre in units of its scale; nothing else is learnt. The
 * variants differ in what of the window they look at.
 */
public enum L2 implements Detector {
    /** The last flow only. */
    FLOW("L2 flow", 0, 1),
    /** Mean and spread of the flows, each in units of its own scale. */
    MEAN_AND_SPREAD("L2 mean+spread", 1, 3),
    /** All three blocks. */
    WINDOW("L2 window", 0, 3),
    /**
     * Mean over the flows of the squared distance of each, in the scale of single flows. Mean and
     * spread give it back: mean((xₜ − m)²) = (mean − m)² + spread².
     */
    SEQUENCE_MEAN("L2 sequence mean", 1, 3) {
        @Override
        double score(SiteStatistics statistics, float[] window) {
            int width = window.length / WindowVector.BLOCKS;
            double sum = 0;
            for (int f = 0; f < width; f++) {
                double offset = window[width + f] - statistics.centre(f);
                double spread = window[2 * width + f];
                double square =
                        (offset * offset + spread * spread)
                                / (statistics.scale(f) * statistics.scale(f));
                sum += Double.isNaN(square) ? 0 : Math.min(square, 100);
            }
            return sum / width;
        }
    };

    private final String label;
    private final int firstBlock;
    private final int endBlock;

    L2(String label, int firstBlock, int endBlock) {
        this.label = label;
        this.firstBlock = firstBlock;
        this.endBlock = endBlock;
    }

    @Override
    public Fitted fit(SiteStatistics statistics, float[][] benign, long seed) {
        return windows -> {
            double[] scores = new double[windows.length];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = score(statistics, windows[i]);
            }
            return scores;
        };
    }

    double score(SiteStatistics statistics, float[] window) {
        int width = window.length / WindowVector.BLOCKS;
        float[] z = statistics.normalise(window);
        double sum = 0;
        for (int f = firstBlock * width; f < endBlock * width; f++) {
            sum += (double) z[f] * z[f];
        }
        return sum / ((endBlock - firstBlock) * width);
    }

    @Override
    public String label() {
        return label;
    }
}
