// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.release;

import io.talon.adaptor.problem.ProblemException;
import io.talon.ctalvae.io.ModelFormatException;
import io.talon.ctalvae.model.SiteModel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** An adaptor file that the model module's reader found intact and made for the base model. */
final class AdaptorFile {
    private final byte[] bytes;
    private final String label;
    private final String maturity;

    private AdaptorFile(byte[] bytes, String label, String maturity) {
        this.bytes = bytes;
        this.label = label;
        this.maturity = maturity;
    }

    /**
     * Checks a file.
     *
     * @param bytes taken over, not copied
     * @throws ProblemException if it is no intact adaptor, or one of another model or profile
     */
    static AdaptorFile check(byte[] bytes) {
        try {
            SiteModel model = SiteModel.base().withAdaptor(bytes, "the adaptor");
            return new AdaptorFile(
                    bytes,
                    model.adaptorVersion(),
                    model.maturity().name().toLowerCase(Locale.ROOT));
        } catch (ModelFormatException e) {
            throw ProblemException.unusable(
                    "not-an-adaptor",
                    e.getMessage(),
                    "Make it with talon adapt of this version of Talon, and send the whole file.");
        }
    }

    /** The file; not to be changed. */
    byte[] bytes() {
        return bytes;
    }

    /** What its maker called it. */
    String label() {
        return label;
    }

    /** {@code generic}, {@code calibrated} or {@code adapted}. */
    String maturity() {
        return maturity;
    }

    /** Lower-case hexadecimal. */
    String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
