// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.io;

import java.io.IOException;

/**
 * A file is no model or adaptor that can be used here. The message names the file, what was
 * expected and what was found.
 */
public final class ModelFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * @param file name of the file or of where the bytes came from
     * @param problem what was expected and what was found
     */
    public ModelFormatException(String file, String problem) {
        super(file + ": " + problem);
    }
}
