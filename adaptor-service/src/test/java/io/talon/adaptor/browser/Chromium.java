// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The Chromium of this machine, one for all tests; ends with the JVM. */
final class Chromium {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    /** Machines that build many things at once are slow. */
    private static final double PATIENCE_MILLIS = 120_000;

    private static Browser browser;

    private Chromium() {}

    /** The running browser; skips the test where this machine has none. */
    static synchronized Browser running() {
        Optional<Path> installed = installed();
        Assumptions.assumeTrue(
                installed.isPresent(),
                () ->
                        "no Chromium on this machine, so the page is not tested: install one of "
                                + NAMES
                                + " or name it in TALON_CHROMIUM");
        if (browser == null) {
            browser = start(installed.get());
        }
        return browser;
    }

    private static Browser start(Path executable) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        Playwright playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return playwright
                .chromium()
                .launch(
                        new BrowserType.LaunchOptions()
                                .setExecutablePath(executable)
                                .setChromiumSandbox(false));
    }

    private static Optional<Path> installed() {
        Optional<Path> named = Optional.ofNullable(System.getenv("TALON_CHROMIUM")).map(Path::of);
        return named.isPresent() ? named : onPath();
    }

    private static Optional<Path> onPath() {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
