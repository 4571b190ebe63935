package ml.taama.ui;

/**
 * An entry of the menu, contributed by a module.
 *
 * @param order from the left
 * @param key of its label
 * @param path of its page, without language
 */
public record MenuEntry(int order, String key, String path, String icon) {}
