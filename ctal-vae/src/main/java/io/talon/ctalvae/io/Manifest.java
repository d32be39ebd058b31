// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.io;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * The JSON head of a {@code .talon} file: everything but the numbers. Written with its fields in
 * this order, so that the same content gives the same bytes.
 *
 * @param format version of the file format
 * @param kind what the file is
 * @param createdBy program and version that wrote it
 * @param profile the feature profile of the weights
 * @param shape widths of the core
 * @param model for an adaptor, the model it was made for; null in a model
 * @param maturity how much of a site was seen, a name of {@link io.talon.ctalvae.model.Maturity}
 * @param threshold on p
 * @param tail of the p-value
 * @param madeWith what it was made from and how: options, seeds, counts; for readers, not for
 *     programs
 * @param tensors what follows the manifest, in this order and without gaps
 */
record Manifest(
        @JsonProperty(required = true) int format,
        @JsonProperty(required = true) Kind kind,
        @JsonProperty(value = "created_by", required = true) String createdBy,
        @JsonProperty(required = true) Profile profile,
        @JsonProperty(required = true) Shape shape,
        Model model,
        @JsonProperty(required = true) String maturity,
        @JsonProperty(required = true) double threshold,
        @JsonProperty(required = true) Tail tail,
        @JsonProperty(value = "made_with", required = true) Map<String, String> madeWith,
        @JsonProperty(required = true) List<Tensor> tensors) {

    /** Of a file without a site's memory. */
    static final int FORMAT = 1;

    /** The same with the tensors of a site's memory: who does not read them would score wrongly. */
    static final int FORMAT_WITH_MEMORY = 2;

    /** What a file holds. */
    enum Kind {
        /** Core, generic adaptor, normaliser and calibration. */
        @JsonProperty("model")
        MODEL,
        /** A site's adaptor, normaliser and calibration. */
        @JsonProperty("adaptor")
        ADAPTOR;

        @Override
        public String toString() {
            return this == MODEL ? "a model" : "an adaptor";
        }
    }

    /** A feature profile: its id, the hash of its ordered list, its width. */
    record Profile(
            @JsonProperty(required = true) String id,
            @JsonProperty(required = true) String sha256,
            @JsonProperty(required = true) int width) {}

    /** Widths of a core. */
    record Shape(
            @JsonProperty(required = true) int inner,
            @JsonProperty(required = true) int hidden,
            @JsonProperty(required = true) int latent) {}

    /** The model that an adaptor was made for, by the SHA-256 of its manifest. */
    record Model(@JsonProperty(required = true) String sha256) {}

    /** Generalised-Pareto tail of the p-value. */
    record Tail(
            @JsonProperty(required = true) double shape,
            @JsonProperty(required = true) double scale) {}

    /**
     * One tensor: little-endian float32, row-major.
     *
     * @param offset bytes from the first tensor
     */
    record Tensor(
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) int rows,
            @JsonProperty(required = true) int columns,
            @JsonProperty(required = true) long offset,
            @JsonProperty(required = true) String sha256) {}
}
