package ml.taama.accounts;

import java.time.Instant;

/**
 * An open connection of a person.
 *
 * @param key names it on pages; it opens nothing
 * @param device what the browser says of itself
 * @param address from which it was opened
 * @param here whether it is the one that asks
 */
public record Connection(String key, String device, String address, Instant openedAt, Instant seenAt, boolean here) {

    private static final java.util.List<String> BROWSERS =
            java.util.List.of("Edg", "OPR", "Firefox", "Chrome", "Safari");
    private static final java.util.List<String> SYSTEMS =
            java.util.List.of("Android", "iPhone", "iPad", "Windows", "Mac OS", "Linux");

    /** Browser and system in two words, or what was said. */
    public String name() {
        String name = (first(BROWSERS) + " · " + first(SYSTEMS))
                .replace("Edg", "Edge")
                .replace("OPR", "Opera");
        return name.equals(" · ") ? device : name;
    }

    private String first(java.util.List<String> words) {
        return words.stream().filter(device::contains).findFirst().orElse("");
    }
}
