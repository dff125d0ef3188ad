package io.renhua.server;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Chromium as the staff use it, for tests that look at pages. */
final class RealBrowser implements AutoCloseable {
    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser chromium = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));

    /** A device of its own, with nobody signed in. */
    BrowserContext device(Browser.NewContextOptions options) {
        return chromium.newContext(options);
    }

    BrowserContext device() {
        return device(new Browser.NewContextOptions().setViewportSize(1280, 800).setLocale("en-US"));
    }

    Page signedIn(DeskHouse house, BrowserContext device, String login) {
        var page = device.newPage();
        page.navigate(house.address() + "/desk/sign-in");
        page.locator("[name=login]").fill(login);
        page.locator("[name=password]").fill(DeskHouse.PASSWORD);
        page.locator("form.stack button").click();
        page.waitForURL("**/desk");
        return page;
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
