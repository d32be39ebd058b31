// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;

/** An analyst who adds a site, teaches it and lets it go live, with the service's page alone. */
final class PageWalk {
    private final Page page;
    private final String address;

    PageWalk(Page page, String address) {
        this.page = page;
        this.address = address;
    }

    PageWalk signIn(String key) {
        page.navigate(address);
        page.getByLabel("API key or token").fill(key);
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, named("Sites"))).isVisible();
        return this;
    }

    PageWalk add(String site, int budget) {
        Locator form = opened("Add a site");
        form.getByLabel("Name").fill(site);
        form.getByLabel("Alert budget").fill(String.valueOf(budget));
        button(form, "Add").click();
        page.getByRole(AriaRole.LINK, named(site).setExact(true)).click();
        assertThat(page.getByRole(AriaRole.HEADING, named(site))).isVisible();
        return this;
    }

    /** Declares a log benign, and takes over what is suggested. */
    PageWalk teach(Path benign, int triplets) {
        Locator form = opened("Add flows of a conn.log");
        form.getByLabel("File").setInputFiles(benign);
        form.getByLabel("All of them are benign").check();
        button(form, "Add").click();
        assertThat(page.getByText("lines rejected")).isVisible();
        for (int i = 1; i <= triplets; i++) {
            button(page.locator("main"), "Look at it").first().click();
            button(page.locator("main"), "Save triplet").click();
            assertThat(page.getByRole(AriaRole.HEADING, named("Triplets (" + i + " of")))
                    .isVisible();
        }
        return this;
    }

    PageWalk train() {
        page.getByRole(AriaRole.LINK, named("Go on to training")).click();
        button(page.locator("main"), "Start training").click();
        page.getByRole(AriaRole.LINK, named("Read the report card")).click();
        assertThat(page.getByRole(AriaRole.HEADING, named("Verdict"))).isVisible();
        return this;
    }

    void promote() {
        button(page.locator("main"), "Promote").click();
        button(page.getByRole(AriaRole.DIALOG), "Promote").click();
        assertThat(page.getByText("adaptor 1 is active").first()).isVisible();
    }

    /** A part of the page that is folded up at first, unfolded. */
    private Locator opened(String title) {
        Locator part =
                page.locator("details").filter(new Locator.FilterOptions().setHasText(title));
        if (part.getAttribute("open") == null) {
            part.getByText(title).click();
        }
        return part;
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
