// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this library, as the build stamped it. */
public final class Version {
    /** E.g. {@code 0.1.0}. */
    public static final String STRING = read();

    private Version() {}

    private static String read() {
        try (InputStream in =
                Version.class.getResourceAsStream("/io/talon/ctalvae/version.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException("the version stamp on the class path", e);
        }
    }
}
