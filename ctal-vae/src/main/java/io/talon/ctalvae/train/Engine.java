// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.train;

import io.talon.ctalvae.kernel.gradient.GradientKernel;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * What computes gradients. All give the same ones but for float rounding; a test holds them
 * together.
 */
public enum Engine {
    /**
     * By hand, no native code, every product rounded: what the shipped model is trained with. The
     * same bits on every machine.
     */
    PLAIN {
        @Override
        Gradients gradients(
                Weights weights,
                List<WeightName> trained,
                TripletTerm triplets,
                double hingeMargin) {
            return new PlainGradients(
                    GradientKernel.ROUNDED, weights, trained, triplets, hingeMargin);
        }
    },
    /**
     * As {@link #PLAIN} with fused multiply-adds: the fastest, where the JVM offers vectors. The
     * same bits on every machine, others than those of {@link #PLAIN}.
     */
    FUSED {
        @Override
        Gradients gradients(
                Weights weights,
                List<WeightName> trained,
                TripletTerm triplets,
                double hingeMargin) {
            return new PlainGradients(
                    GradientKernel.FUSED, weights, trained, triplets, hingeMargin);
        }
    },
    /** ND4J's SameDiff: the reference, derived from the graph and not by hand. */
    SAMEDIFF {
        @Override
        Gradients gradients(
                Weights weights,
                List<WeightName> trained,
                TripletTerm triplets,
                double hingeMargin) {
            return new LossGraph(weights, trained, triplets, hingeMargin, DataType.FLOAT);
        }
    };

    /**
     * @param weights widths and starting values
     * @param trained the tensors that gradients are wanted for
     * @param triplets the cosine term
     * @param hingeMargin the error that repelled sequences are pushed up to
     */
    abstract Gradients gradients(
            Weights weights, List<WeightName> trained, TripletTerm triplets, double hingeMargin);
}
