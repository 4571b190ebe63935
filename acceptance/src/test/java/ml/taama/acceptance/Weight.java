package ml.taama.acceptance;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Bytes that a page moves over the line, compressed as they come. */
final class Weight {

    /** The page has been painted, and scripts that waited for that have had their turn. */
    private static final String PAINTED = "() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))";

    private final AtomicLong bytes = new AtomicLong();
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final Page page;

    private Weight(Page page) {
        this.page = page;
    }

    static Weight of(Page page) {
        Weight weight = new Weight(page);
        CDPSession session = page.context().newCDPSession(page);
        session.send("Network.enable");
        session.on("Network.requestWillBeSent", (JsonObject event) -> weight.running.add(id(event)));
        session.on("Network.loadingFailed", (JsonObject event) -> weight.running.remove(id(event)));
        session.on("Network.loadingFinished", (JsonObject event) -> {
            weight.bytes.addAndGet(event.get("encodedDataLength").getAsLong());
            weight.running.remove(id(event));
        });
        return weight;
    }

    private static String id(JsonObject event) {
        return event.get("requestId").getAsString();
    }

    /** Bytes since the last time, once the page is painted and all that it asked for has come. */
    long take() {
        page.evaluate(PAINTED);
        page.waitForCondition(running::isEmpty);
        return bytes.getAndSet(0);
    }
}
