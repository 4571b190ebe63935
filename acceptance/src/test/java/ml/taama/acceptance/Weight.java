package ml.taama.acceptance;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.concurrent.atomic.AtomicLong;

/** Bytes that a page moves over the line, compressed as they come. */
final class Weight {

    private final AtomicLong bytes = new AtomicLong();

    private Weight() {}

    static Weight of(Page page) {
        Weight weight = new Weight();
        CDPSession session = page.context().newCDPSession(page);
        session.send("Network.enable");
        session.on(
                "Network.loadingFinished",
                (JsonObject event) ->
                        weight.bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
        return weight;
    }

    /** Bytes since the last time. */
    long take() {
        return bytes.getAndSet(0);
    }
}
