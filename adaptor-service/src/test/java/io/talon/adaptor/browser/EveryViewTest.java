// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every view of the page as a desk and as a phone show it, light and dark: accessible, no wider
 * than its window, its controls reached by Tab in the order in which they stand and seen when they
 * are. Leaves a picture of each in {@code target/page}; with {@code -Dpage.pictures=write} those of
 * the documents too.
 */
@QuarkusTest
class EveryViewTest {
    private static final Path PICTURES = Path.of("target/page");
    private static final Path DOCUMENTS = Path.of("../docs/images/page");

    /** Far enough to notice an order that is not the one that is seen. */
    private static final int STOPS = 12;

    private static final String UNSEEN = "() => expected.length > 0";

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "1280, DARK", "390, LIGHT", "390, DARK"})
    void isAccessibleAndFitsItsWindow(int width, ColorScheme scheme) {
        String key = Site.taught();
        Browser.NewContextOptions window =
                new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme);
        try (Analyst analyst = Analyst.with(window)) {
            String suffix = "-" + width + "-" + scheme;
            analyst.visit("");
            assertThat(analyst.heading("Sign in")).isVisible();
            good(analyst, "sign-in" + suffix);
            analyst.signIn(key, "#/sites");
            good(analyst, "sites" + suffix);
            analyst.turnTo("#/sites/plant/teach", "This triplet");
            assertThat(analyst.page().locator("article").first()).isVisible();
            good(analyst, "teach" + suffix);
            analyst.turnTo("#/sites/plant/train", "Train an adaptor");
            good(analyst, "train" + suffix);
            analyst.turnTo("#/sites/plant/adaptors", "plant");
            assertThat(analyst.link("version 1")).isVisible();
            good(analyst, "adaptors" + suffix);
            analyst.turnTo("#/sites/plant/adaptors/1", "Verdict");
            good(analyst, "card" + suffix);
            analyst.turnTo("#/suppressions", "Suppressions");
            good(analyst, "suppressions" + suffix);
            analyst.turnTo("#/audit", "Audit");
            good(analyst, "audit" + suffix);
            if (width == 1280 && scheme == ColorScheme.LIGHT) {
                forDocuments(analyst);
            }
        }
    }

    private static void good(Analyst analyst, String view) {
        Page page = analyst.page();
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(PICTURES.resolve(view + ".png")));
        Axe.check(page, view);
        assertThat(
                        page.evaluate(
                                "() => document.documentElement.scrollWidth"
                                        + " - document.documentElement.clientWidth"))
                .as(view + " is wider than its window by")
                .isEqualTo(0);
        assertThat(outside(page)).as(view + ": cut off at the right").isEmpty();
        assertThat(tabbing(page)).as(view + ": by Tab").isEmpty();
    }

    /** What reaches beyond the window although nothing scrolls there. */
    private static List<?> outside(Page page) {
        return (List<?>)
                page.evaluate(
                        """
                        () => [...document.querySelectorAll('main *, header *')]
                          .filter(e => e.getBoundingClientRect().right > innerWidth + 1
                            && !e.closest('.wide') && !e.closest('.sr')
                            && e.checkVisibility())
                          .map(e => e.tagName + ' ' + e.className + ' ' + e.textContent.slice(0, 40))
                        """);
    }

    /**
     * Walks with Tab over the first controls of the view: what is wrong with their order, and which
     * do not show that they have the focus.
     */
    private static List<?> tabbing(Page page) {
        page.evaluate(
                """
                most => {
                  document.getElementById('content').focus();
                  const controls = 'a[href], button, input, select, textarea, summary';
                  window.expected = [...document.querySelectorAll('main :is(' + controls + ')')]
                    .filter(e => e.checkVisibility())
                    .slice(0, most);
                  window.faults = [];
                }
                """,
                STOPS);
        for (int stop = 0; stop < 2 * STOPS && (boolean) page.evaluate(UNSEEN); stop++) {
            page.keyboard().press("Tab");
            page.evaluate(
                    """
                    () => {
                      const focused = document.activeElement;
                      const name = focused.tagName + ' ' + focused.textContent.slice(0, 40);
                      const at = expected.indexOf(focused);
                      if (at > 0) faults.push(name + ' before ' + expected[0].outerHTML.slice(0, 80));
                      expected.splice(0, at + 1);
                      const style = getComputedStyle(focused);
                      const seen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
                      if (at >= 0 && !seen) faults.push(name + ' does not show its focus');
                    }
                    """);
        }
        return (List<?>)
                page.evaluate(
                        "() => [...faults, ...expected.map(e => 'never reached: ' +"
                                + " e.outerHTML.slice(0, 80))]");
    }

    private static void forDocuments(Analyst analyst) {
        if (!"write".equals(System.getProperty("page.pictures"))) {
            return;
        }
        analyst.turnTo("#/sites/plant/teach", "This triplet");
        analyst.page().setViewportSize(1280, 860);
        analyst.button("Most unusual").click();
        analyst.settled();
        analyst.page()
                .screenshot(new Page.ScreenshotOptions().setPath(DOCUMENTS.resolve("teach.png")));
        analyst.turnTo("#/sites/plant/adaptors/1", "Verdict");
        analyst.page()
                .locator("main")
                .screenshot(new Locator.ScreenshotOptions().setPath(DOCUMENTS.resolve("card.png")));
    }
}
