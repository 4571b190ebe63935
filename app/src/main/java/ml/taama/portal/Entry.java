package ml.taama.portal;

import ml.taama.platform.text.LocalText;

/**
 * Something that can be found, and that rests on a source.
 *
 * @param kind last part of the key of its name
 * @param detail more words under which it is found
 * @param path of the page that shows it, without language
 */
public record Entry(String kind, LocalText title, String detail, String path, String sourceRef) {}
