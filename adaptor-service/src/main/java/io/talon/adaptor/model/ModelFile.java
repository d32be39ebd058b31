// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.model;

import io.talon.adaptor.problem.ProblemException;
import io.talon.ctalvae.io.ModelFormatException;
import io.talon.ctalvae.io.ModelReader;
import io.talon.ctalvae.io.TrustedKeys;
import io.talon.ctalvae.model.SiteModel;

/** The file of a base model that the model module's reader found intact. */
final class ModelFile {
    private final byte[] bytes;
    private final SiteModel model;

    ModelFile(byte[] bytes, SiteModel model) {
        this.bytes = bytes;
        this.model = model;
    }

    /**
     * Checks a file.
     *
     * @param bytes taken over, not copied
     * @throws ProblemException if it is no intact model, or one of another feature profile than the
     *     shipped one's
     */
    static ModelFile check(byte[] bytes) {
        SiteModel model;
        try {
            model = ModelReader.model(bytes, "the model", TrustedKeys.any());
        } catch (ModelFormatException e) {
            throw ProblemException.unusable(
                    "not-a-model",
                    e.getMessage(),
                    "Make it with talon train of this version of Talon, and send the whole file.");
        }
        String expected = SiteModel.base().profile().id();
        String found = model.profile().id();
        if (!found.equals(expected)) {
            throw ProblemException.unusable(
                    "profile-mismatch",
                    "the model is for profile " + found + ", the job scores flows of " + expected,
                    "Train one for profile " + expected + ".");
        }
        return new ModelFile(bytes, model);
    }

    /** The file; not to be changed. */
    byte[] bytes() {
        return bytes;
    }

    String sha256() {
        return model.modelSha256();
    }

    String profile() {
        return model.profile().id();
    }

    /** What its maker called it. */
    String label() {
        return model.modelVersion();
    }
}
