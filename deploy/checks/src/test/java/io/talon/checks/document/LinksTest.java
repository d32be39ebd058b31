// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.checks.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.checks.Checkout;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every link of every Markdown file leads somewhere. What lies outside the checkout is not asked
 * for.
 */
class LinksTest {

    @Test
    void everyLinkLeadsToAFileAndAnAnchorThatAreThere() throws IOException {
        List<String> broken = new ArrayList<>();
        int links = 0;
        for (Path file : Checkout.files(".md")) {
            Page page = Page.read(file);
            for (String link : page.links()) {
                links++;
                if (!leads(page, link)) {
                    broken.add(page.name() + " → " + link);
                }
            }
        }

        assertThat(links).isGreaterThan(30);
        assertThat(broken).isEmpty();
    }

    @Test
    void seesABrokenLinkAndABrokenAnchor() {
        Page readme = Page.read(Checkout.path("README.md"));

        assertThat(leads(readme, "ARCHITECTURE.md#modules")).isTrue();
        assertThat(leads(readme, "ARCHITECTURE.md#no-such-heading")).isFalse();
        assertThat(leads(readme, "NO-SUCH-FILE.md")).isFalse();
        assertThat(leads(readme, "#two-commands")).isTrue();
        assertThat(leads(readme, "https:///nowhere")).isFalse();
    }

    private static boolean leads(Page from, String link) {
        if (link.matches("[a-z]+:.*")) {
            return link.startsWith("mailto:") || URI.create(link).getHost() != null;
        }
        String[] parts = link.split("#", 2);
        Path target =
                parts[0].isEmpty()
                        ? from.file()
                        : from.file()
                                .resolveSibling(URLDecoder.decode(parts[0], StandardCharsets.UTF_8))
                                .normalize();
        if (!target.startsWith(Checkout.ROOT) || !Files.exists(target)) {
            return false;
        }
        return parts.length == 1
                || !target.toString().endsWith(".md")
                || Page.read(target).anchors().contains(parts[1]);
    }
}
