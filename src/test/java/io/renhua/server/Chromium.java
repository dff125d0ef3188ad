package io.renhua.server;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A real browser for the desk's pages, that lets no page be heard before somebody presses something on it. */
final class Chromium implements AutoCloseable {
    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--autoplay-policy=document-user-activation-required",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));

    BrowserContext context() {
        return context(options -> options.setViewportSize(1280, 800).setLocale("en-US"));
    }

    BrowserContext context(UnaryOperator<Browser.NewContextOptions> options) {
        return browser.newContext(options.apply(new Browser.NewContextOptions()));
    }

    /** A page of somebody who signs in there. */
    static Page signedIn(BrowserContext context, DeskHouse house, String login) {
        var page = context.newPage();
        page.navigate(house.address() + "/desk/sign-in");
        page.locator("[name=login]").fill(login);
        page.locator("[name=password]").fill(DeskHouse.PASSWORD);
        page.locator("form.stack button").click();
        page.waitForURL("**/desk");
        return page;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
