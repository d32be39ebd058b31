// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.train;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * While open, drops what is printed to standard output: ND4J reports every operation there that it
 * differentiates, and standard output is for data.
 */
final class StandardOutputGuard implements AutoCloseable {
    private final PrintStream before = System.out;

    StandardOutputGuard() {
        System.setOut(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        System.setOut(before);
    }
}
