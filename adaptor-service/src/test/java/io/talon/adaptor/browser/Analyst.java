// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Somebody in front of the page, in a browser window of their own. */
final class Analyst implements AutoCloseable {
    /** A page must not have more stops than this before the one that is looked for. */
    private static final int MOST_STOPS = 150;

    private static final double PATIENCE_MILLIS = 120_000;

    private final BrowserContext context;
    private final List<String> faults = new ArrayList<>();
    private final Page page;

    private Analyst(BrowserContext context) {
        this.context = context;
        context.setDefaultTimeout(PATIENCE_MILLIS);
        page = context.newPage();
        page.onPageError(faults::add);
        page.onDialog(dialog -> faults.add("a script asked: " + dialog.message()));
    }

    /** In front of an empty window. */
    static Analyst with(Browser.NewContextOptions window) {
        return new Analyst(Chromium.running().newContext(window));
    }

    /** Signed in with a key, in a window of a usual size, at a view such as {@code #/sites}. */
    static Analyst signedIn(String key, String view) {
        Analyst analyst = with(new Browser.NewContextOptions().setViewportSize(1280, 900));
        analyst.signIn(key, view);
        return analyst;
    }

    void signIn(String key, String view) {
        visit(view);
        page.getByLabel("API key or token").fill(key);
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.NAVIGATION, named("Main"))).containsText("Sites");
        settled();
    }

    void visit(String view) {
        page.navigate("http://127.0.0.1:" + RestAssured.port + "/" + view);
    }

    /** Goes to another view and waits until it stands there. */
    void turnTo(String view, String heading) {
        page.evaluate("view => { location.hash = view }", view);
        assertThat(heading(heading)).isVisible();
        settled();
    }

    Page page() {
        return page;
    }

    Locator heading(String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name)).first();
    }

    Locator button(String name) {
        return page.getByRole(
                        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    Locator link(String start) {
        return page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(Pattern.compile("^" + start)))
                .first();
    }

    /** Moves on with Tab until the element has the focus, then presses Enter. */
    void press(Locator wanted) {
        tabTo(wanted);
        page.keyboard().press("Enter");
    }

    void tabTo(Locator wanted) {
        assertThat(wanted).isVisible();
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            if ((boolean) wanted.evaluate("element => element === document.activeElement")) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("not reached by " + MOST_STOPS + " steps with Tab: " + wanted);
    }

    /** No view is being read any more. */
    void settled() {
        assertThat(page.locator("[aria-busy]")).hasCount(0);
    }

    /** Fails if a script of the page failed or something made the page ask. */
    @Override
    public void close() {
        context.close();
        org.assertj.core.api.Assertions.assertThat(faults).isEmpty();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
