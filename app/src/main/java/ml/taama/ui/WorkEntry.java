package ml.taama.ui;

import java.util.function.Predicate;
import ml.taama.platform.security.Actor;

/**
 * An entry of the menu of who is signed in, contributed by a module.
 *
 * @param order from the left
 * @param key of its label
 * @param path of its page, without language
 * @param shown to whom
 */
public record WorkEntry(int order, String key, String path, String icon, Predicate<Actor> shown) {}
