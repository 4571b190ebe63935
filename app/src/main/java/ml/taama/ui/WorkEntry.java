package ml.taama.ui;

import java.util.List;
import java.util.function.Predicate;
import ml.taama.platform.security.Actor;

/**
 * An entry of the menu of who is signed in, contributed by a module.
 *
 * @param order from the left
 * @param key of its label
 * @param path of its page, without language
 * @param shown to whom
 * @param beside paths of other pages that belong to it, without language
 */
public record WorkEntry(int order, String key, String path, String icon, Predicate<Actor> shown, List<String> beside) {

    /** Copies the list. */
    public WorkEntry {
        beside = List.copyOf(beside);
    }

    /** An entry to which nothing belongs but its own pages. */
    public WorkEntry(int order, String key, String path, String icon, Predicate<Actor> shown) {
        this(order, key, path, icon, shown, List.of());
    }
}
