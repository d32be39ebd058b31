// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.checks.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.checks.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page that is made from what it describes. */
final class Generated {
    private Generated() {}

    /** Fails if the page in the checkout is another; the right one is left in {@code target/}. */
    static void isCurrent(String page, String right) throws IOException {
        Path made = Path.of("target", "generated", page);
        Files.createDirectories(made.getParent());
        Files.writeString(made, right);
        assertThat(Files.exists(Checkout.path(page)) ? Checkout.text(page) : "")
                .as("%s is out of date: copy deploy/checks/%s over it", page, made)
                .isEqualTo(right);
    }

    /** Text for a cell of a table. */
    static String cell(String text) {
        return text.strip().replaceAll("\\s+", " ").replace("|", "\\|");
    }
}
