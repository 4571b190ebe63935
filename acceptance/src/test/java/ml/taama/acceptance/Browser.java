package ml.taama.acceptance;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Chromium as people have it: wide or narrow, light or dark, with or without JavaScript. */
final class Browser implements AutoCloseable {

    static final int WIDE = 1280;
    static final int PHONE = 390;

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private final Playwright playwright = Playwright.create();
    private final com.microsoft.playwright.Browser chromium = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(executable())
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));

    /** An empty page of a new visitor. */
    Page visitor(int width) {
        return context(width, false, true).newPage();
    }

    Page visitor(int width, boolean dark, boolean script) {
        return context(width, dark, script).newPage();
    }

    /** A page of somebody who signed in before, with what the browser kept of that: {@link BrowserContext#storageState()}. */
    Page again(int width, String kept) {
        return chromium.newContext(options(width, false, true).setStorageState(kept))
                .newPage();
    }

    private BrowserContext context(int width, boolean dark, boolean script) {
        return chromium.newContext(options(width, dark, script));
    }

    private static com.microsoft.playwright.Browser.NewContextOptions options(int width, boolean dark, boolean script) {
        return new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setLocale("fr-FR")
                .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setJavaScriptEnabled(script);
    }

    private static Path executable() {
        return Arrays.stream(
                        Objects.requireNonNullElse(System.getenv("PATH"), "").split(":"))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No Chromium on the path: install it, for example with apt-get install chromium"));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
