// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The rules of axe-core (WCAG 2 A and AA among them: names, roles, contrast), run in the page. */
final class Axe {
    private static final String SCRIPT = script();

    private Axe() {}

    /** Fails with what is violated and where. */
    static void check(Page page, String view) {
        Object found =
                page.evaluate(
                        "async () => {"
                                + SCRIPT
                                + "; const result = await axe.run(document);"
                                + " return result.violations.flatMap(v => v.nodes.map(n =>"
                                + " v.id + ' at ' + n.target.join(' ') + ': '"
                                + " + n.failureSummary)); }");
        assertThat((List<?>) found).as(view).isEmpty();
    }

    private static String script() {
        String path = "META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
        try (InputStream in =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
