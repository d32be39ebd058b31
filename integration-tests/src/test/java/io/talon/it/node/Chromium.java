// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.node;

import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The Chromium of this machine, without a window. */
public final class Chromium implements AutoCloseable {
    private static final List<Path> PLACES =
            List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/google-chrome"));

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Skips the test where this machine has none. */
    public static Chromium start() {
        Path executable = PLACES.stream().filter(Files::isExecutable).findFirst().orElse(null);
        assumeThat(executable).as("a Chromium at one of " + PLACES).isNotNull();
        Playwright playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Chromium(
                playwright,
                playwright
                        .chromium()
                        .launch(
                                new LaunchOptions()
                                        .setExecutablePath(executable)
                                        .setChromiumSandbox(false)));
    }

    /** A page whose elements, and what is asserted of them, are waited for so long. */
    public Page newPage(Duration patience) {
        PlaywrightAssertions.setDefaultAssertionTimeout(patience.toMillis());
        Page page = browser.newPage();
        page.setDefaultTimeout(patience.toMillis());
        return page;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
