// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.adaptor;

import io.talon.adaptor.artifact.Sha256;
import io.talon.adaptor.model.KnownModels;
import io.talon.adaptor.problem.ProblemException;
import io.talon.ctalvae.io.ModelFormatException;
import io.talon.ctalvae.io.ModelReader;
import io.talon.ctalvae.model.SiteModel;
import java.util.Locale;

/**
 * An adaptor file that the model module's reader found intact and made for a base model that is
 * known.
 */
public final class AdaptorFile {
    private static final String NAME = "the adaptor";

    private final byte[] bytes;
    private final SiteModel model;

    private AdaptorFile(byte[] bytes, SiteModel model) {
        this.bytes = bytes;
        this.model = model;
    }

    /**
     * Checks a file.
     *
     * @param bytes taken over, not copied
     * @throws ProblemException if it is no intact adaptor, or one of an unknown model
     */
    public static AdaptorFile check(byte[] bytes, KnownModels models) {
        try {
            String needed = ModelReader.modelOf(bytes, NAME);
            SiteModel model = models.find(needed).orElseThrow(() -> unknown(needed, models));
            return new AdaptorFile(bytes, model.withAdaptor(bytes, NAME));
        } catch (ModelFormatException e) {
            throw ProblemException.unusable(
                    "not-an-adaptor",
                    e.getMessage(),
                    "Make it with talon adapt of this version of Talon, and send the whole file.");
        }
    }

    private static ProblemException unknown(String needed, KnownModels models) {
        return ProblemException.unusable(
                "unknown-model",
                NAME
                        + " was made for base model "
                        + needed
                        + "; known are "
                        + String.join(", ", models.labels()),
                "Have the operator release that model (talon model release), or make the adaptor"
                        + " for one that is known.");
    }

    /** The file; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** Its base model with this adaptor. */
    public SiteModel model() {
        return model;
    }

    /** What its maker called it. */
    String label() {
        return model.adaptorVersion();
    }

    /** {@code generic}, {@code calibrated} or {@code adapted}. */
    String maturity() {
        return model.maturity().name().toLowerCase(Locale.ROOT);
    }

    /** Lower-case hexadecimal. */
    public String sha256() {
        return Sha256.of(bytes);
    }
}
